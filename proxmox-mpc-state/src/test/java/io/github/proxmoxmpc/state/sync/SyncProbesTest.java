package io.github.proxmoxmpc.state.sync;

import static io.github.proxmoxmpc.state.sync.FaultyTransport.failure;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.json;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.ok;
import static io.github.proxmoxmpc.state.sync.FaultyTransport.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the additional look-ups of a sync: guest agents and the volumes of disks. */
class SyncProbesTest {
  private static final String AGENT = "/qemu/100/agent/network-get-interfaces";

  private static final String[] THIN_VOLUMES = {
    "thin:vm-100-disk-0", "thin:vm-100-disk-1", "thin:vm-100-disk-2"
  };
  private static final Estate ESTATE =
      Estate.builder()
          .node("pve1")
          .storage("thin", Map.of("type", "lvmthin", "vgname", "pve", "thinpool", "d"))
          .storage("files", Map.of("type", "dir", "path", "/f", "content", "images"))
          .storage("off", Map.of("type", "nfs", "content", "images"))
          .unreachable("off")
          .vm(
              "pve1",
              100,
              Map.of(
                  "name", "web",
                  "agent", "1",
                  "efidisk0", "thin:vm-100-disk-2,size=4M",
                  "scsi0", "thin:vm-100-disk-0,size=8G",
                  "sata1", "file=thin:vm-100-disk-1,size=8G",
                  "virtio0", "files:100/vm-100-disk-0.qcow2,size=8G",
                  "scsi5", "off:vm-100-disk-9,size=8G",
                  "ide2", "none,media=cdrom"))
          .running(100)
          .addresses(100, "192.0.2.5/24")
          .build();

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0} {1}: {2}")
  @Tag("S01")
  @CsvSource({
    "lo, 127.0.0.1, NO_ADDRESS",
    "lo, 192.0.2.1, NO_ADDRESS",
    "eth0, ::1, NO_ADDRESS",
    "eth0, 169.254.7.7, NO_ADDRESS",
    "eth0, fe80::1, NO_ADDRESS",
    "eth0, 224.0.0.1, NO_ADDRESS",
    "eth0, ff02::1, NO_ADDRESS",
    "eth0, 0.0.0.0, NO_ADDRESS",
    "eth0, ::, NO_ADDRESS",
    "eth0, localhost, NO_ADDRESS",
    "eth0, 10.0.0.5, ANSWERS",
    "eth0, 192.0.2.1, ANSWERS",
    "eth0, fd00::1, ANSWERS",
    "eth0, 2001:db8::1, ANSWERS",
  })
  void anAgentAnswersIfItReportsAGlobalUnicastAddress(
      String name, String address, AgentState expected) {
    assertThat(stateAfter(interfaces(name, address, "1"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @Tag("S01")
  @CsvSource({
    "9223372036854775807, ANSWERS",
    "9223372036854775808, UNREADABLE",
    "18446744073709551615, UNREADABLE",
  })
  void aCounterAboveTheSignedRangeIsUnreadable(String counter, AgentState expected) {
    assertThat(stateAfter(interfaces("eth0", "192.0.2.1", counter))).isEqualTo(expected);
  }

  @ParameterizedTest
  @Tag("S01")
  @ValueSource(
      strings = {
        "{\"data\":{\"result\":[]}}",
        "{\"data\":{\"result\":[{\"name\":\"eth0\"}]}}",
        "{\"data\":{\"result\":[{\"name\":\"eth0\",\"ip-addresses\":null}]}}",
      })
  void anAgentWithoutAddressesIsKnownAsSuch(String answer) {
    assertThat(stateAfter(answer)).isEqualTo(AgentState.NO_ADDRESS);
  }

  private static String interfaces(String name, String address, String counter) {
    return "{\"data\":{\"result\":[{\"name\":\"%s\",\"ip-addresses\":[{\"ip-address\":\"%s\"}],\"statistics\":{\"rx-bytes\":%s}}]}}"
        .formatted(name, address, counter);
  }

  private AgentState stateAfter(String answer) {
    return sync(request -> request.target().contains(AGENT) ? ok(answer) : null).agent();
  }

  @Test
  @Tag("P09")
  void aProbeThatFailsKeepsTheGuestAndIsReported() {
    Probed probed =
        probe(request -> request.target().contains(AGENT) ? page(400, "Bad Request") : null);
    assertThat(probed.vm().agent()).isEqualTo(AgentState.NOT_ASKED);
    assertThat(probed.vm().config().get("name")).isEqualTo("web");
    assertThat(probed.failures())
        .satisfiesExactly(
            failure -> {
              assertThat(failure.resource()).isEqualTo(ResourceKey.vm(VmId.of(100)));
              assertThat(failure.message()).contains(AGENT, "Bad Request", "text/html");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 501, 502, 503, 504})
  void aPageOfAProxyDoesNotMeanThatTheAgentIsSilent(int status) {
    Probed probed = probe(request -> request.target().contains(AGENT) ? page(status, "No") : null);
    assertThat(probed.vm().agent()).isEqualTo(AgentState.NOT_ASKED);
    assertThat(probed.failures())
        .satisfiesExactly(failure -> assertThat(failure.message()).contains(AGENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"QEMU guest agent is not running", "VM 100 is not running"})
  void anAgentThatTheServerCannotReachIsSilent(String reason) {
    assertThat(sync(request -> request.target().contains(AGENT) ? failure(reason) : null).agent())
        .isEqualTo(AgentState.SILENT);
  }

  @Test
  @Tag("S02")
  void volumesThatTheirStorageHasAreNotMissing() {
    assertThat(sync(request -> null).missingVolumes()).isEmpty();
  }

  @Tag("S02")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "volume_size_info on 'thin:vm-100-disk-0' failed - no format",
        "volume_size_info on 'iscsi:lun1' failed - no size",
        "can't get size of '/dev/pve/vm-100-disk-0':   Failed to find logical volume \"pve/vm-100-disk-0\"",
        "zfs error: cannot open 'rpool/data/vm-100-disk-0': dataset does not exist",
        "rbd error: rbd: error opening image vm-100-disk-0: (2) No such file or directory",
      })
  void aVolumeThatItsStorageDoesNotReturnIsMissing(String reason) {
    assertThat(sync(volumesAnswer(failure(reason))).missingVolumes()).containsExactly(THIN_VOLUMES);
  }

  @ParameterizedTest
  @CsvSource({
    "404, Not Found",
    "500, Internal Server Error",
    "502, Bad Gateway",
    "503, Service Unavailable",
    "595, No route to host",
  })
  void aCheckThatFailsDoesNotMeanThatTheVolumeIsMissing(int status, String reason) {
    Probed probed = probe(volumesAnswer(page(status, reason)));
    assertThat(probed.vm().missingVolumes()).isEmpty();
    assertThat(probed.failures())
        .hasSize(THIN_VOLUMES.length)
        .allSatisfy(
            failure -> {
              assertThat(failure.resource()).isEqualTo(ResourceKey.vm(VmId.of(100)));
              assertThat(failure.message()).contains("/storage/thin/content/", reason);
            });
  }

  @Test
  void aTokenThatMayNotReadAVolumeLeavesItUnknown() {
    SimulatorResponse denied = json(403, "Permission check failed (VM.Config.Disk)", "");
    assertThat(sync(volumesAnswer(denied)).missingVolumes()).isEmpty();
  }

  /** The list of volumes is empty, and the call for one volume returns a response. */
  private static Function<SimulatorRequest, @Nullable SimulatorResponse> volumesAnswer(
      SimulatorResponse response) {
    return request -> {
      if (request.target().contains("/storage/thin/content/")) {
        return response;
      }
      return request.target().contains("/storage/thin/content") ? ok("{\"data\":[]}") : null;
    };
  }

  @Test
  @Tag("S02")
  void aVolumeThatOnlyTheListOmitsIsNotMissing() {
    VmState vm =
        sync(
            request ->
                request.target().contains("/storage/thin/content?") ? ok("{\"data\":[]}") : null);
    assertThat(vm.missingVolumes()).isEmpty();
  }

  private VmState sync(Function<SimulatorRequest, @Nullable SimulatorResponse> fault) {
    Probed probed = probe(fault);
    assertThat(probed.failures()).isEmpty();
    return probed.vm();
  }

  private record Probed(VmState vm, List<SyncFailure> failures) {}

  private Probed probe(Function<SimulatorRequest, @Nullable SimulatorResponse> fault) {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(ESTATE);
        FaultyTransport transport = new FaultyTransport(pve);
        StateStore store = StateStore.open(directory.resolve("estate.db"))) {
      transport.fault(fault);
      SyncOptions options = SyncOptions.defaults().withAgentProbe(AgentProbe.ASK);
      SyncReport report = new SyncEngine(transport.client(), store, options).sync();
      return new Probed(store.vms().vmid(100).first().orElseThrow(), report.failures());
    }
  }
}
