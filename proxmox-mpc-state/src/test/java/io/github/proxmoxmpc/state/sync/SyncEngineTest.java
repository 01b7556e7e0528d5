package io.github.proxmoxmpc.state.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.EstateBuilder;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import io.github.proxmoxmpc.state.ResourceChanges;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.StaleResource;
import io.github.proxmoxmpc.state.StateException;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SyncEngineTest {
  private static final String HOSTILE = "it's \"quoted\" ${x} %{y} <b> \\ 漢字 😀\nline two\ttab";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(estate().build()).resetBeforeEach();

  @TempDir private Path directory;
  private StateStore store;

  @BeforeEach
  void openTheStore() {
    store = StateStore.open(directory.resolve("estate.db"));
  }

  @AfterEach
  void closeTheStore() {
    store.close();
  }

  private static EstateBuilder estate() {
    return Estate.builder()
        .node("pve1")
        .node("pve2")
        .storage("local", Map.of("type", "dir", "path", "/var/lib/vz", "content", "iso,vztmpl"))
        .storage("local-lvm", Map.of("type", "lvmthin", "vgname", "pve", "thinpool", "data"))
        .vm(
            "pve1",
            100,
            Map.of(
                "name", "web",
                "memory", "2048",
                "agent", "1,fstrim_cloned_disks=1",
                "tags", "prod;web",
                "net0", "virtio=BC:24:11:00:00:64,bridge=vmbr0",
                "scsi0", "local-lvm:vm-100-disk-0,size=8G",
                "description", HOSTILE))
        .vm("pve1", 101, Map.of("memory", "512", "agent", "enabled=0"))
        .vm("pve2", 102, Map.of("name", "golden", "template", "1"))
        .vm("pve2", 103, Map.of("name", "silent", "agent", "enabled=1"))
        .container(
            "pve2",
            200,
            "arch: amd64\nhostname: ct\nmemory: 256\nostype: debian\ntags: ct\n"
                + "lxc.idmap: u 0 100000 65536\nlxc.idmap: g 0 100000 65536\n")
        .running(100, 103, 200)
        .addresses(100, "192.0.2.5/24")
        .pool("prod", "production \"A\"", List.of("101", "local-lvm"))
        .pool("prod/web", "100", "200");
  }

  private static ProxmoxClient client(ProxmoxSimulator pve) {
    return client(pve, pve.token());
  }

  private static ProxmoxClient client(ProxmoxSimulator pve, String token) {
    return ProxmoxClient.builder(pve.url())
        .credentials(ApiToken.parse(token))
        .fingerprint(pve.fingerprint())
        .resilience(r -> r.retries(0))
        .build();
  }

  private SyncReport sync(Estate estate) {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate)) {
      return sync(pve, pve.token());
    }
  }

  private SyncReport sync(ProxmoxSimulator pve, String token) {
    try (ProxmoxClient client = client(pve, token)) {
      return new SyncEngine(client, store).sync();
    }
  }

  private VmState vm(int id) {
    return store.vms().vmid(id).first().orElseThrow();
  }

  @Test
  void aSyncStoresTheWholeClusterInOneRevision() {
    SyncReport report = sync(estate().build());

    assertThat(report.failures()).isEmpty();
    assertThat(report.revision().number()).isEqualTo(1);
    assertThat(report.total()).isEqualTo(new ResourceChanges(11, 0, 0, 0, 0));
    Infrastructure infrastructure = store.snapshot();
    assertThat(infrastructure.nodes())
        .extracting(NodeState::name)
        .map(NodeName::value)
        .containsExactly("pve1", "pve2");
    assertThat(infrastructure.nodes())
        .allSatisfy(
            node -> {
              assertThat(node.online()).isTrue();
              assertThat(node.cpus()).isPositive();
              assertThat(node.memoryBytes()).isPositive();
            });
    VmState web = vm(100);
    assertThat(web.name()).isEqualTo("web");
    assertThat(web.node()).isEqualTo(NodeName.of("pve1"));
    assertThat(web.powerState()).isEqualTo(PowerState.RUNNING);
    assertThat(web.template()).isFalse();
    assertThat(web.pool()).isEqualTo(PoolId.of("prod/web"));
    assertThat(web.agent()).isEqualTo(AgentState.NOT_ASKED);
    assertThat(web.config().get("memory")).isEqualTo("2048");
    assertThat(web.config().get("scsi0")).isEqualTo("local-lvm:vm-100-disk-0,size=8G");
    assertThat(web.config().get("description")).isEqualToIgnoringNewLines(HOSTILE);
    assertThat(web.config().digest()).matches("[0-9a-f]{40}");
    assertThat(web.config().values()).doesNotContainKey("digest");
    assertThat(vm(101).name()).isNull();
    assertThat(vm(101).agent()).isEqualTo(AgentState.OFF);
    assertThat(vm(101).powerState()).isEqualTo(PowerState.STOPPED);
    assertThat(vm(102).template()).isTrue();
    assertThat(vm(102).pool()).isNull();

    ContainerState container = infrastructure.containers().get(0);
    assertThat(container.name()).isEqualTo("ct");
    assertThat(container.config().get("memory")).isEqualTo("256");
    assertThat(container.config().values()).doesNotContainKey("lxc");
    assertThat(container.config().rawLines())
        .containsExactly(
            new RawLine("lxc.idmap", "u 0 100000 65536"),
            new RawLine("lxc.idmap", "g 0 100000 65536"));

    assertThat(infrastructure.pools())
        .containsExactly(
            new PoolState(
                PoolId.of("prod"),
                "production \"A\"",
                List.of(VmId.of(101)),
                List.of(StorageId.of("local-lvm"))),
            new PoolState(
                PoolId.of("prod/web"),
                infrastructure.pools().get(1).comment(),
                List.of(VmId.of(100), VmId.of(200)),
                List.of()));
    StorageState local = infrastructure.storages().get(0);
    assertThat(local.type()).isEqualTo("dir");
    assertThat(local.config()).containsEntry("path", "/var/lib/vz");
    assertThat(local.config()).containsEntry("content", "iso,vztmpl");
    assertThat(local.config()).doesNotContainKeys("storage", "type", "digest");
    assertThat(local.availableOn()).containsExactly(NodeName.of("pve1"), NodeName.of("pve2"));
  }

  @Test
  void aSyncOnlyReadsAndMakesFewCalls() {
    ProxmoxSimulator pve = PVE.simulator();
    SyncReport report = sync(pve, pve.token());
    assertThat(pve.writes()).isEmpty();
    assertThat(pve.requests().keySet()).allMatch(request -> request.startsWith("GET "));
    Map<String, Integer> sent = new TreeMap<>(pve.requests());
    // The client looks up the version once: GET /pools?poolid= exists since 8.1.
    assertThat(sent.remove("GET /version")).isEqualTo(1);
    int asked = sent.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(report.calls()).isEqualTo(asked).isEqualTo(3 + 5 + 2 + 1);
  }

  @Test
  void aSyncOfAnUnchangedClusterStoresNoVersion() {
    sync(estate().build());
    SyncReport second = sync(estate().build());
    assertThat(second.total()).isEqualTo(new ResourceChanges(0, 0, 0, 11, 0));
    assertThat(second.revision().number()).isEqualTo(2);
  }

  @Test
  void onlyChangedResourcesGetANewVersion() {
    ProxmoxSimulator pve = PVE.simulator();
    sync(pve, pve.token());
    pve.guest(100).set("memory", "4096");
    pve.guest(200).stop();
    SyncReport second = sync(pve, pve.token());
    assertThat(second.changes(ResourceKind.VM)).isEqualTo(new ResourceChanges(0, 1, 0, 3, 0));
    assertThat(second.changes(ResourceKind.CONTAINER))
        .isEqualTo(new ResourceChanges(0, 1, 0, 0, 0));
    assertThat(vm(100).config().get("memory")).isEqualTo("4096");
    assertThat(store.history(VmId.of(100))).hasSize(2);
    assertThat(store.asOf(store.revisions().get(0)).vms().vmid(100).first().orElseThrow().config())
        .extracting(config -> config.get("memory"))
        .isEqualTo("2048");
  }

  @Test
  void missingResourcesAreDeletedOnceTheServerConfirmsIt() {
    sync(estate().vm("pve1", 300, Map.of("name", "short-lived")).pool("old").build());
    Estate without =
        Estate.builder()
            .node("pve1")
            .node("pve2")
            .storage("local", Map.of("type", "dir", "path", "/var/lib/vz"))
            .vm("pve1", 100, Map.of("name", "web"))
            .container("pve2", 101, "hostname: reborn\narch: amd64\nostype: debian\n")
            .build();
    SyncReport report = sync(without);
    assertThat(report.failures()).isEmpty();
    assertThat(store.vms().list()).extracting(vm -> vm.vmid().value()).containsExactly(100);
    assertThat(store.containers().list()).extracting(ct -> ct.vmid().value()).containsExactly(101);
    assertThat(store.storages().list())
        .extracting(storage -> storage.id().value())
        .containsExactly("local");
    assertThat(store.pools().list()).isEmpty();
    assertThat(store.stale()).isEmpty();
    assertThat(report.changes(ResourceKind.VM).deleted()).isEqualTo(4);
    assertThat(report.changes(ResourceKind.POOL).deleted()).isEqualTo(3);
  }

  @Test
  void guestsOfAnOfflineNodeAreKeptAndStale() {
    sync(estate().build());
    SyncReport down = sync(estate().offlineNode("pve2").build());
    ContainerState kept = store.containers().list().get(0);
    assertThat(kept.config().get("hostname")).isEqualTo("ct");
    assertThat(kept.powerState()).isNotEqualTo(PowerState.STOPPED);
    assertThat(store.vms().count()).isEqualTo(4);
    assertThat(store.stale())
        .extracting(StaleResource::key)
        .containsExactly(
            ResourceKey.container(VmId.of(200)),
            ResourceKey.vm(VmId.of(102)),
            ResourceKey.vm(VmId.of(103)));
    assertThat(store.stale())
        .extracting(StaleResource::reason)
        .containsOnly(StaleReason.NODE_OFFLINE);
    assertThat(down.total().deleted()).isZero();
    assertThat(down.total().stale()).isEqualTo(3);
    assertThat(store.nodes().offline().list())
        .satisfiesExactly(node -> assertThat(node.cpus()).isPositive());

    SyncReport back = sync(estate().build());
    assertThat(store.stale()).isEmpty();
    assertThat(back.total().stale()).isZero();
    assertThat(store.containers().running().count()).isEqualTo(1);
  }

  @Test
  void aGuestOfAnOfflineNodeThatWasNeverReadIsReported() {
    SyncReport report = sync(estate().offlineNode("pve2").build());
    assertThat(store.vms().list()).extracting(vm -> vm.vmid().value()).containsExactly(100, 101);
    assertThat(report.failures())
        .extracting(SyncFailure::resource)
        .containsExactlyInAnyOrder(
            ResourceKey.vm(VmId.of(102)),
            ResourceKey.vm(VmId.of(103)),
            ResourceKey.container(VmId.of(200)));
    assertThat(report.failures())
        .allSatisfy(failure -> assertThat(failure.message()).contains("pve2", "offline"));
  }

  @Test
  void resourcesThatTheTokenMayNotSeeAreKeptAndStale() {
    sync(estate().build());
    String secret = "6c2a4e0e-6f0b-4f5b-9c0c-0d6f6b5d1a11";
    Estate limited =
        estate().token("ci@pve!few", secret, Map.of("/vms/100", Set.of("VM.Audit"))).build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(limited)) {
      SyncReport report = sync(pve, "ci@pve!few=" + secret);
      assertThat(report.total().deleted()).isZero();
      assertThat(store.vms().count()).isEqualTo(4);
      assertThat(store.vms().confirmed().list())
          .extracting(vm -> vm.vmid().value())
          .containsExactly(100);
      assertThat(store.stale()).hasSize(3 + 1 + 2 + 2);
      assertThat(store.stale()).extracting(StaleResource::reason).containsOnly(StaleReason.HIDDEN);
    }
  }

  @Test
  void aHiddenGuestIsDeletedOnlyIfTheServerConfirmsIt() {
    sync(estate().vm("pve1", 300, Map.of("name", "short-lived")).build());
    String secret = "6c2a4e0e-6f0b-4f5b-9c0c-0d6f6b5d1a11";
    Estate limited =
        estate().token("ci@pve!few", secret, Map.of("/vms/100", Set.of("VM.Audit"))).build();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(limited)) {
      SyncReport report = sync(pve, "ci@pve!few=" + secret);
      assertThat(report.changes(ResourceKind.VM).deleted()).isEqualTo(1);
      assertThat(store.vms().vmid(300).first()).isEmpty();
    }
  }

  @Test
  void agentsAreAskedOnlyOnRequest() {
    ProxmoxSimulator pve = PVE.simulator();
    try (ProxmoxClient client = client(pve)) {
      new SyncEngine(client, store, SyncOptions.defaults().withAgentProbe(AgentProbe.ASK)).sync();
      assertThat(vm(100).agent()).isEqualTo(AgentState.ANSWERS);
      assertThat(vm(103).agent()).isEqualTo(AgentState.SILENT);
      assertThat(vm(101).agent()).isEqualTo(AgentState.OFF);
      assertThat(vm(102).agent()).isEqualTo(AgentState.OFF);
      assertThat(pve.writes()).isEmpty();
      assertThat(pve.requests().keySet().stream().filter(request -> request.contains("/agent/")))
          .hasSize(2);
    }
  }

  @Test
  void wrongCredentialsEndTheSyncAndLeaveTheStoreUnchanged() {
    sync(estate().build());
    ProxmoxSimulator pve = PVE.simulator();
    assertThatThrownBy(() -> sync(pve, "ci@pve!wrong=6c2a4e0e-6f0b-4f5b-9c0c-0d6f6b5d1a11"))
        .isInstanceOf(AuthenticationException.class);
    assertThat(store.revisions()).hasSize(1);
    assertThat(sync(estate().build()).revision().number()).isEqualTo(2);
  }

  @Test
  void progressIsReportedStepByStepOnTheCallingThread() {
    List<SyncProgress> steps = new ArrayList<>();
    Set<Thread> threads = new java.util.HashSet<>();
    ProxmoxSimulator pve = PVE.simulator();
    try (ProxmoxClient client = client(pve)) {
      new SyncEngine(client, store)
          .sync(
              progress -> {
                steps.add(progress);
                threads.add(Thread.currentThread());
              });
    }
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(steps).extracting(SyncProgress::phase).isSorted();
    assertThat(steps).allMatch(step -> step.done() <= step.total());
    assertThat(steps)
        .contains(
            new SyncProgress(SyncPhase.LISTING, 5, 5),
            new SyncProgress(SyncPhase.CONFIGURATIONS, 0, 5),
            new SyncProgress(SyncPhase.CONFIGURATIONS, 5, 5))
        .endsWith(new SyncProgress(SyncPhase.COMMITTING, 1, 1));
  }

  @Test
  void aCancelledSyncLeavesTheStoreUnchanged() {
    sync(estate().build());
    try (ProxmoxSimulator pve =
            ProxmoxSimulator.start(estate().vm("pve1", 300, Map.of("name", "new")).build());
        ProxmoxClient client = client(pve)) {
      SyncEngine engine = new SyncEngine(client, store);
      for (SyncPhase phase :
          List.of(SyncPhase.LISTING, SyncPhase.CONFIGURATIONS, SyncPhase.COMMITTING)) {
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(
                () ->
                    engine.sync(
                        progress -> {
                          if (progress.phase() == phase) {
                            cancellation.cancel();
                          }
                        },
                        cancellation))
            .isInstanceOf(SyncCancelledException.class);
      }
      assertThat(store.revisions()).hasSize(1);
      assertThat(engine.sync().changes(ResourceKind.VM).created()).isEqualTo(1);
    }
  }

  @Test
  void anInterruptedSyncLeavesTheStoreUnchangedAndTheThreadInterrupted() {
    ProxmoxSimulator pve = PVE.simulator();
    try (ProxmoxClient client = client(pve)) {
      SyncEngine engine = new SyncEngine(client, store);
      assertThatThrownBy(
              () ->
                  engine.sync(
                      progress -> {
                        if (progress.phase() == SyncPhase.CONFIGURATIONS) {
                          Thread.currentThread().interrupt();
                        }
                      }))
          .isInstanceOf(SyncCancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.revisions()).isEmpty();
      assertThat(engine.sync().revision().number()).isEqualTo(1);
    }
  }

  @Test
  void aStoreAcceptsOneSyncAtATime() {
    ProxmoxSimulator pve = PVE.simulator();
    try (ProxmoxClient client = client(pve)) {
      SyncEngine engine = new SyncEngine(client, store);
      List<Throwable> refused = new ArrayList<>();
      engine.sync(
          progress -> {
            if (progress.phase() == SyncPhase.COMMITTING && progress.done() == 0) {
              try {
                engine.sync();
              } catch (StateException e) {
                refused.add(e);
              }
            }
          });
      assertThat(refused).hasSize(1);
      assertThat(store.revisions()).hasSize(1);
    }
  }

  @Test
  void aListenerThatFailsEndsTheSync() {
    ProxmoxSimulator pve = PVE.simulator();
    try (ProxmoxClient client = client(pve)) {
      SyncEngine engine = new SyncEngine(client, store);
      assertThatThrownBy(
              () ->
                  engine.sync(
                      progress -> {
                        throw new IllegalStateException("no bar");
                      }))
          .hasMessage("no bar");
      assertThat(engine.sync().revision().number()).isEqualTo(1);
    }
  }
}
