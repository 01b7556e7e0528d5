package io.github.proxmoxmpc.state.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.guest.config.ConfigChange;
import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.EstateBuilder;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The difference of two configurations, applied, makes one the other: over the real-world files of
 * the client's tests, each guest made into its neighbour. It stands here because the client's own
 * tests know no simulator.
 */
class ConfigDifferenceTest {
  private static final int FIRST = 1000;

  private static ProxmoxClient client(ProxmoxSimulator pve) {
    return ProxmoxClient.builder(pve.url())
        .credentials(ApiToken.parse(pve.token()))
        .fingerprint(pve.fingerprint())
        .build();
  }

  @Test
  void everyVmBecomesItsNeighbour() {
    List<String> files = Neighbours.files("vms");
    EstateBuilder estate = Neighbours.estate(files);
    for (int i = 0; i < files.size(); i++) {
      estate.vm("pve", FIRST + i, files.get(i));
    }
    everyGuestBecomesItsNeighbour(
        files,
        estate.build(),
        new Kind<>(
            "VMs",
            file -> GuestFile.vm(file).json(),
            (pve, vmid) -> pve.vm(vmid).config(),
            (pve, vmid, change) -> pve.vm(vmid).change(change),
            json -> VmConfig.of(new QemuConfig(json)),
            config -> config.options().raw(),
            VmConfig::changesTo,
            Neighbours::ofVms));
  }

  @Test
  void everyContainerBecomesItsNeighbour() {
    List<String> files = Neighbours.files("containers");
    EstateBuilder estate = Neighbours.estate(files);
    for (int i = 0; i < files.size(); i++) {
      estate.container("pve", FIRST + i, files.get(i));
    }
    everyGuestBecomesItsNeighbour(
        files,
        estate.build(),
        new Kind<>(
            "containers",
            file -> GuestFile.container(file).json(),
            (pve, vmid) -> pve.container(vmid).config(),
            (pve, vmid, change) -> pve.container(vmid).change(change),
            json -> ContainerConfig.of(new LxcConfig(json)),
            config -> config.options().raw(),
            ContainerConfig::changesTo,
            Neighbours::ofContainers));
  }

  private static <C, D extends ConfigChange> void everyGuestBecomesItsNeighbour(
      List<String> files, Estate estate, Kind<C, D> kind) {
    int changes = 0;
    int options = 0;
    Set<String> refused = new TreeSet<>();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = client(simulator)) {
      for (int i = 0; i < files.size(); i++) {
        int vmid = FIRST + i;
        C before = kind.read.apply(pve, vmid);
        Neighbours neighbours = kind.neighbours.apply(kind.json.apply(before));
        JsonObject wanted = neighbours.wanted(kind.file.apply(files.get((i + 1) % files.size())));
        while (true) {
          try {
            D change = kind.difference.apply(before, kind.config.apply(wanted));
            kind.change.apply(pve, vmid, change);
            options += change.sets().size() + change.deletes().size();
            break;
          } catch (InvalidRequestException e) {
            wanted = Neighbours.without(wanted, Neighbours.options(e), refused);
          } catch (ParameterException e) {
            wanted = Neighbours.without(wanted, e.errors().keySet(), refused);
          }
        }
        C after = kind.read.apply(pve, vmid);
        assertThat(kind.difference.apply(after, kind.config.apply(wanted)).isEmpty())
            .as(Neighbours.sides(kind.json.apply(after), wanted))
            .isTrue();
        neighbours.assertIs(kind.json.apply(after), wanted);
        changes++;
      }
    }
    print(kind.name, changes, options, refused);
    assertThat(changes).isEqualTo(files.size());
  }

  /** The operations that differ between VMs and containers. */
  private record Kind<C, D extends ConfigChange>(
      String name,
      Function<String, JsonObject> file,
      BiFunction<ProxmoxClient, Integer, C> read,
      Change<D> change,
      Function<JsonObject, C> config,
      Function<C, JsonObject> json,
      BiFunction<C, C, D> difference,
      Function<JsonObject, Neighbours> neighbours) {}

  @FunctionalInterface
  private interface Change<D> {
    void apply(ProxmoxClient pve, int vmid, D change);
  }

  private static void print(String what, int changes, int options, Set<String> refused) {
    System.out.println(
        "differences of "
            + what
            + ": "
            + changes
            + " applied, "
            + options
            + " options set or deleted, values that the server accepts from no user: "
            + refused);
  }

  @Test
  void aChangeThatComesTooLateConflicts() {
    Estate estate =
        Estate.builder().node("pve").vm("pve", 100, Map.of("cores", "1", "name", "a")).build();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = client(simulator)) {
      VmConfig before = pve.vm(100).config();
      simulator.guest(100).set("memory", "1024");
      assertThatThrownBy(() -> pve.vm(100).change(before.changesTo(before.with(vm -> vm.cores(2)))))
          .isInstanceOf(ConflictException.class);
      pve.vm(100).change(before.changesTo(before));
      assertThat(simulator.writes()).hasSize(1);
    }
  }

  @Test
  void aDiskMovesToAnotherBusInOneChange() {
    Estate estate =
        Neighbours.estate(List.of("scsi0: thin:vm-100-disk-0,size=1G\n"))
            .vm(
                "pve",
                100,
                "boot: order=scsi0\nscsi0: thin:vm-100-disk-0,size=1G\nunused4: thin:vm-100-disk-4\n")
            .build();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = client(simulator)) {
      VmConfig before = pve.vm(100).config();
      VmConfig wanted =
          before.with(
              vm ->
                  vm.with("virtio0", "thin:vm-100-disk-0,size=1G")
                      .with("boot", "order=virtio0")
                      .unset("scsi0"));
      pve.vm(100).change(before.changesTo(wanted));
      assertThat(simulator.guest(100).config())
          .containsEntry("boot", "order=virtio0")
          .containsEntry("virtio0", "thin:vm-100-disk-0,size=1G")
          .containsEntry("unused4", "thin:vm-100-disk-4")
          .doesNotContainKeys("scsi0", "unused0");
    }
  }
}
