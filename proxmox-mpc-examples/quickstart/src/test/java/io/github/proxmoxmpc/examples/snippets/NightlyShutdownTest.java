package io.github.proxmoxmpc.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first example of docs/guide/simulator.md. */
class NightlyShutdownTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              Estate.builder()
                  .node("pve1")
                  .vm("pve1", 100, Map.of("name", "web", "memory", "2048"))
                  .running(100)
                  .build())
          .resetBeforeEach();

  @Test
  void shuttingDownAVmStopsIt() {
    try (ProxmoxClient pve =
        ProxmoxClient.builder(PVE.url())
            .credentials(ApiToken.parse(PVE.token()))
            .fingerprint(PVE.fingerprint())
            .build()) {
      pve.vm(100).shutdown().await();
    }
    assertThat(PVE.simulator().guest(100).isRunning()).isFalse();
  }
}
