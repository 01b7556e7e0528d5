package io.github.proxmoxmpc.state.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.MockWebServerTransport;
import io.github.proxmoxmpc.simulator.http.ServerCertificate;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okio.ByteString;
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
  @Tag("S02")
  void volumesThatTheirStorageHasAreNotMissing() {
    assertThat(sync(request -> null).missingVolumes()).isEmpty();
  }

  @Test
  @Tag("S02")
  void aVolumeThatItsStorageDoesNotReturnIsMissing() {
    VmState vm =
        sync(
            request ->
                request.target().contains("/storage/thin/content/")
                    ? failure("volume_size_info on 'thin:vm-100-disk-0' failed - no format")
                    : request.target().contains("/storage/thin/content")
                        ? ok("{\"data\":[]}")
                        : null);
    assertThat(vm.missingVolumes())
        .containsExactly("thin:vm-100-disk-0", "thin:vm-100-disk-1", "thin:vm-100-disk-2");
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
    ServerCertificate certificate = ServerCertificate.selfSigned();
    Estate estate =
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
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate);
        MockWebServerTransport transport =
            MockWebServerTransport.start(
                request -> {
                  SimulatorResponse faulty = fault.apply(request);
                  return faulty == null ? pve.handler().handle(request) : faulty;
                },
                certificate,
                0);
        ProxmoxClient client =
            ProxmoxClient.builder(transport.url().toString())
                .credentials(ApiToken.parse(pve.token()))
                .fingerprint(certificate.fingerprint())
                .resilience(r -> r.retries(0))
                .build();
        StateStore store = StateStore.open(directory.resolve("estate.db"))) {
      SyncOptions options = SyncOptions.defaults().withAgentProbe(AgentProbe.ASK);
      SyncReport report = new SyncEngine(client, store, options).sync();
      assertThat(report.failures()).isEmpty();
      return store.vms().id(100).first().orElseThrow();
    }
  }

  private static SimulatorResponse ok(String body) {
    return answer(200, "OK", body);
  }

  private static SimulatorResponse failure(String reason) {
    return answer(500, reason, "{\"data\":null}");
  }

  private static SimulatorResponse answer(int status, String reason, String body) {
    ByteString bytes = ByteString.encodeUtf8(body);
    return new SimulatorResponse(
        status,
        reason,
        List.of(
            new Header("Content-Type", "application/json;charset=UTF-8"),
            new Header("Content-Length", Integer.toString(bytes.size()))),
        bytes,
        Duration.ZERO);
  }
}
