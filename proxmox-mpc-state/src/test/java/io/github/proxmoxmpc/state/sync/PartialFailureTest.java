package io.github.proxmoxmpc.state.sync;

import static io.github.proxmoxmpc.state.sync.FaultyTransport.failure;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.json;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.ok;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.EstateBuilder;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.StaleResource;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Syncs with a simulator behind a transport that injects failures. */
class PartialFailureTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              Estate.builder()
                  .node("pve1")
                  .node("pve2")
                  .storage("local-lvm", Map.of("type", "lvmthin", "vgname", "pve", "thinpool", "d"))
                  .vm("pve1", 100, Map.of("name", "web", "memory", "512"))
                  .vm("pve1", 101, Map.of("name", "db"))
                  .vm("pve2", 102, Map.of("name", "far"))
                  .container("pve2", 200, "hostname: ct\narch: amd64\nostype: debian\n")
                  .running(100)
                  .pool("prod", "100", "local-lvm")
                  .build())
          .resetBeforeEach();

  @TempDir private Path directory;
  private StateStore store;
  private ProxmoxSimulator pve;
  private FaultyTransport transport;

  @BeforeEach
  void start() {
    store = StateStore.open(directory.resolve("estate.db"));
    pve = PVE.simulator();
    transport = new FaultyTransport(pve);
  }

  @AfterEach
  void stop() {
    transport.close();
    store.close();
  }

  private void failOn(String path, int status, String reason) {
    transport.failOn(path, status, reason);
  }

  private SyncReport sync() {
    return new SyncEngine(transport.client(), store).sync();
  }

  private VmState vm(int id) {
    return store.vms().vmid(id).first().orElseThrow();
  }

  @Test
  void aGuestThatCannotBeReadIsKeptWithItsNewStatusAndTheRestIsCommitted() {
    sync();
    pve.guest(100).stop().set("memory", "1024");
    pve.guest(101).set("memory", "1024");
    failOn("/qemu/100/config", 500, "can't read it");

    SyncReport report = sync();

    ResourceKey key = ResourceKey.vm(VmId.of(100));
    assertThat(report.complete()).isFalse();
    assertThat(report.failures())
        .satisfiesExactly(
            failure -> {
              assertThat(failure.resource()).isEqualTo(key);
              assertThat(failure.message()).contains("/nodes/pve1/qemu/100/config", "can't read");
            });
    assertThat(store.stale())
        .containsExactly(new StaleResource(key, StaleReason.UNREADABLE, report.revision()));
    assertThat(vm(100).powerState()).isEqualTo(PowerState.STOPPED);
    assertThat(vm(100).config().get("memory")).isEqualTo("512");
    assertThat(vm(101).config().get("memory")).isEqualTo("1024");
  }

  @Test
  void aGuestThatWasNeverReadIsReportedAndNotStored() {
    failOn("/qemu/100/config", 403, "Permission check failed (/vms/100, VM.Audit)");
    SyncReport report = sync();
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0).message()).contains("VM.Audit");
    assertThat(store.vms().list()).extracting(vm -> vm.vmid().value()).containsExactly(101, 102);
    assertThat(store.stale()).isEmpty();
  }

  @Test
  void aGuestThatVanishesWhileTheSyncRunsIsDeleted() {
    sync();
    transport.fault(
        request -> {
          if (request.target().contains("/qemu/100/config")) {
            return failure("Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist");
          }
          return request.target().contains("nextid") ? ok("{\"data\":\"100\"}") : null;
        });
    SyncReport report = sync();
    assertThat(report.failures()).isEmpty();
    assertThat(report.changes(ResourceKind.VM).deleted()).isEqualTo(1);
    assertThat(store.vms().vmid(100).first()).isEmpty();
  }

  @Test
  void aGuestThatMovesWhileTheSyncRunsIsKept() {
    sync();
    failOn("/qemu/100/config", 500, "Configuration file 'nodes/pve1/100.conf' does not exist");
    SyncReport report = sync();
    assertThat(report.failures()).hasSize(1);
    assertThat(store.stale())
        .extracting(StaleResource::reason)
        .containsExactly(StaleReason.UNREADABLE);
    assertThat(vm(100).name()).isEqualTo("web");
  }

  @Test
  void aNodeThatDoesNotAnswerIsAskedAFewTimesOnly() {
    sync();
    AtomicInteger asked = new AtomicInteger();
    try (ProxmoxSimulator large = ProxmoxSimulator.start(manyOn("pve2"))) {
      transport.fault(
          request -> {
            if (request.target().contains("/nodes/pve2/")) {
              asked.incrementAndGet();
              return json(595, "No route to host", "");
            }
            return large.handler().handle(request);
          });
      String token = large.token();
      assertThat(token).isEqualTo(pve.token());
      SyncReport report =
          new SyncEngine(transport.client(), store, SyncOptions.defaults().withConcurrency(2))
              .sync();
      assertThat(asked.get()).isLessThanOrEqualTo(4);
      assertThat(report.failures()).hasSize(100);
      assertThat(report.failures())
          .anySatisfy(failure -> assertThat(failure.message()).contains("did not answer"));
    }
  }

  private static Estate manyOn(String node) {
    EstateBuilder builder = Estate.builder().node("pve1").node(node);
    for (int i = 0; i < 100; i++) {
      builder.vm(node, 1000 + i, Map.of("name", "many"));
    }
    return builder.build();
  }

  @Test
  void aListThatCannotBeReadLeavesItsResourcesUnchanged() {
    sync();
    failOn("/api2/json/storage", 500, "storage.cfg is broken");
    SyncReport report = sync();
    assertThat(report.failures()).hasSize(1);
    assertThat(store.storages().list()).hasSize(1);
    assertThat(store.stale())
        .extracting(StaleResource::key)
        .containsExactly(ResourceKey.storage(StorageId.of("local-lvm")));
  }

  @Test
  void aPoolWhoseMembersCannotBeReadKeepsItsStorages() {
    sync();
    failOn("/pools?poolid=", 500, "no");
    SyncReport report = sync();
    assertThat(report.failures()).hasSize(1);
    assertThat(store.pools().find(PoolId.of("prod")).orElseThrow().storages())
        .containsExactly(StorageId.of("local-lvm"));
    assertThat(store.stale())
        .extracting(StaleResource::key)
        .containsExactly(ResourceKey.pool(PoolId.of("prod")));
  }

  @Test
  void withoutTheListOfResourcesNothingIsCommitted() {
    sync();
    failOn("/cluster/resources", 500, "no quorum");
    assertThatThrownBy(this::sync)
        .isInstanceOf(ProxmoxException.class)
        .hasMessageContaining("/cluster/resources");
    assertThat(store.revisions()).hasSize(1);
  }

  @Test
  void anEmptyListDeletesOnlyResourcesThatTheServerConfirmsAsDeleted() {
    sync();
    transport.fault(
        request -> request.target().contains("/cluster/resources") ? ok("{\"data\":[]}") : null);
    SyncReport report = sync();
    assertThat(report.total().deleted()).isZero();
    assertThat(store.vms().stale().count()).isEqualTo(3);
    assertThat(store.nodes().count()).isEqualTo(2);
  }

  @Test
  void aPageOfAProxyIsNoEvidenceThatAResourceIsGone() {
    sync();
    transport.fault(
        request -> {
          String target = request.target();
          if (target.endsWith("/api2/json/storage") || target.endsWith("/api2/json/pools")) {
            return ok("{\"data\":[]}");
          }
          return target.contains("/storage/local-lvm") || target.contains("poolid=")
              ? page(404, "Not Found")
              : null;
        });
    SyncReport report = sync();
    assertThat(report.total().deleted()).isZero();
    assertThat(report.failures()).hasSize(2);
    assertThat(store.stale()).extracting(StaleResource::reason).containsOnly(StaleReason.HIDDEN);
  }

  @Test
  void aMalformedRowDoesNotAffectTheOthers() {
    transport.fault(
        request -> {
          if (!request.target().contains("/cluster/resources")) {
            return null;
          }
          String body = pve.handler().handle(request).text();
          return ok(
              body.replaceFirst(
                  "\\[",
                  "[{\"type\":\"qemu\",\"id\":\"qemu/x\",\"node\":\"pve1\"},"
                      + "{\"type\":\"sdn\",\"id\":\"sdn/pve1/localnetwork\"},{},"));
        });
    SyncReport report = sync();
    assertThat(store.vms().count()).isEqualTo(3);
    assertThat(report.failures())
        .satisfiesExactly(failure -> assertThat(failure.message()).contains("qemu/x"));
  }

  @Test
  void cancellingDoesNotWaitForACallThatHangs() throws InterruptedException {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    transport.fault(
        request -> {
          if (request.target().contains("/qemu/100/config")) {
            hanging.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return null;
        });
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              try {
                hanging.await();
                cancellation.cancel();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    canceller.start();
    SyncEngine engine = new SyncEngine(transport.client(), store);
    assertThatThrownBy(() -> engine.sync(SyncListener.silent(), cancellation))
        .isInstanceOf(SyncCancelledException.class);
    release.countDown();
    canceller.join();
    assertThat(store.revisions()).isEmpty();
  }
}
