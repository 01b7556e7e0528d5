package io.github.proxmoxmpc.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestQueryTest {
  private static final Infrastructure ESTATE = Estates.large(500);

  @TempDir private Path directory;
  private StateStore store;

  @BeforeEach
  void fillTheStore() {
    store = StateStore.open(directory.resolve("estate.db"));
    Estates.commit(store, ESTATE);
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  private static List<VmState> vmsThat(Predicate<VmState> condition) {
    List<VmState> found = ESTATE.vms().stream().filter(condition).toList();
    assertThat(found).isNotEmpty().hasSizeLessThan(ESTATE.vms().size());
    return found;
  }

  private static boolean tagged(VmState vm, String tag) {
    String tags = vm.config().get("tags");
    return tags != null && List.of(tags.split(";")).contains(tag);
  }

  @Test
  void aQueryWithoutConditionsFindsAllById() {
    assertThat(store.vms().list())
        .isEqualTo(ESTATE.vms())
        .isSortedAccordingTo(Comparator.comparing(VmState::vmid));
    assertThat(store.vms().count()).isEqualTo(500);
  }

  @Test
  void aGuestMustMeetAllConditions() {
    VmQuery prod = store.vms().tagged("prod");
    VmQuery idle = prod.stopped();
    assertThat(idle.list())
        .isEqualTo(vmsThat(vm -> tagged(vm, "prod") && vm.powerState() == PowerState.STOPPED));
    assertThat(prod.list()).isEqualTo(vmsThat(vm -> tagged(vm, "prod")));
    assertThat(prod.count()).isEqualTo(prod.list().size());
  }

  @Test
  void aGuestMustHaveAllTags() {
    assertThat(store.vms().tagged("prod", "team-20").list())
        .isEqualTo(vmsThat(vm -> tagged(vm, "prod") && tagged(vm, "team-20")));
    assertThat(store.vms().tagged("prod").tagged("team-1").list()).isEmpty();
  }

  @Test
  void tagsAreFoundWithAnySeparator() {
    Map<String, String> spellings =
        Map.of(
            "600", "a;b", "601", "a,b", "602", "a b", "603", "; a ,;\tb ", "604", "ab", "605", "A");
    try (RevisionDraft draft = store.draft()) {
      spellings.forEach(
          (id, tags) ->
              draft.put(
                  Estates.vm(Integer.parseInt(id), PowerState.RUNNING, Map.of("tags", tags))));
      draft.commit();
    }
    assertThat(store.vms().tagged("a", "b").list())
        .extracting(vm -> vm.vmid().value())
        .containsExactly(600, 601, 602, 603);
  }

  @Test
  void guestsAreFoundByNodeStatusTemplateAndId() {
    assertThat(store.vms().on("pve3").list())
        .isEqualTo(vmsThat(vm -> vm.node().value().equals("pve3")));
    assertThat(store.vms().on(NodeName.of("pve3"), NodeName.of("pve4")).running().list())
        .isEqualTo(
            vmsThat(
                vm ->
                    List.of("pve3", "pve4").contains(vm.node().value())
                        && vm.powerState() == PowerState.RUNNING));
    assertThat(store.vms().templates().list()).isEqualTo(vmsThat(VmState::template));
    assertThat(store.vms().withoutTemplates().list()).isEqualTo(vmsThat(vm -> !vm.template()));
    assertThat(store.vms().vmidBetween(1010, 1020).list())
        .isEqualTo(vmsThat(vm -> vm.vmid().value() >= 1010 && vm.vmid().value() <= 1020));
    assertThat(store.vms().vmid(1010).first()).isPresent();
    assertThat(store.vms().vmid(VmId.of(99999)).first()).isEmpty();
    assertThat(store.vms().powerState(PowerState.UNKNOWN).count()).isZero();
    assertThat(store.containers().count()).isZero();
  }

  @Test
  void aPoolIsFoundAloneOrWithThePoolsInIt() {
    try (RevisionDraft draft = store.draft()) {
      List.of("prod", "prod/web", "prod/web/front", "production", "Prod", "pro_").stream()
          .forEach(
              pool ->
                  draft.put(
                      new VmState(
                          VmId.of(
                              600
                                  + pool.length() * 10
                                  + (pool.startsWith("P") ? 1 : 0)
                                  + pool.indexOf('_')
                                  + 1),
                          NodeName.of("pve1"),
                          pool,
                          PowerState.RUNNING,
                          false,
                          PoolId.of(pool),
                          AgentState.OFF,
                          Estates.config(Map.of()),
                          Collections.emptySortedSet())));
      draft.commit();
    }
    assertThat(store.vms().inPool("prod").list()).extracting(VmState::name).containsExactly("prod");
    assertThat(store.vms().inPoolTree("prod").list())
        .extracting(VmState::name)
        .containsExactly("prod", "prod/web", "prod/web/front");
    assertThat(store.vms().inPoolTree(PoolId.of("pro_")).list())
        .extracting(VmState::name)
        .containsExactly("pro_");
  }

  @Test
  void nodesStoragesAndPoolsAreFoundByTheirProperties() {
    Infrastructure small = Estates.small();
    Estates.commit(store, small);
    assertThat(store.nodes().online().count()).isEqualTo(2);
    assertThat(store.nodes().offline().list()).isEmpty();
    assertThat(store.nodes().find(NodeName.of("pve2"))).contains(Estates.node("pve2"));
    assertThat(store.storages().type("nfs").list()).containsExactly(small.storages().get(1));
    assertThat(store.storages().on("pve1").list()).containsExactly(small.storages().get(0));
    assertThat(store.storages().find(StorageId.of("nas"))).isPresent();
    assertThat(store.pools().under("prod").list()).containsExactly(small.pools().get(1));
    assertThat(store.pools().under("pro").list()).isEmpty();
    assertThat(store.pools().find(PoolId.of("empty"))).contains(small.pools().get(0));
  }
}
