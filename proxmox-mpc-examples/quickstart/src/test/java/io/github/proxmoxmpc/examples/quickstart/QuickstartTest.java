package io.github.proxmoxmpc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(SampleEstate.odd()).resetBeforeEach();

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void withoutAUrlTheSimulatedClusterIsWritten() throws Exception {
    Path infra = folder.resolve("infra");
    assertThat(run(Map.of(), infra.toString())).as(text()).isZero();
    assertThat(text())
        .contains("win11", "17 virtual machines, 9 containers", "26 of 26 guests can be imported");
    assertThat(infra.resolve("vms.tf")).content().contains("\"win11\"");
    assertThat(infra.resolve("imports.tf")).exists();
    assertThat(infra.resolve("coverage.md")).exists();
    assertThat(infra.resolve(".proxmox-mpc/estate.db")).exists();
  }

  @Test
  void theClusterFromTheEnvironmentIsReadButNotChanged() throws Exception {
    ProxmoxSimulator server = PVE.simulator();
    int exit =
        run(
            Map.of(
                "PROXMOX_URL", server.url(),
                "PROXMOX_TOKEN", server.token(),
                "PROXMOX_FINGERPRINT", server.fingerprint()),
            folder.resolve("a b").toString(),
            "--store",
            folder.resolve("elsewhere/x.db").toString());
    assertThat(exit).as(text()).isZero();
    assertThat(folder.resolve("elsewhere/x.db")).exists();
    assertThat(server.writes()).allMatch(write -> write.path().endsWith("/agent/ping"));
    String secret = server.token().substring(server.token().indexOf('=') + 1);
    assertThat(text()).doesNotContain(secret);
    try (Stream<Path> files = Files.walk(folder.resolve("a b"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".tf")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().doesNotContain(secret));
    }
  }

  @Test
  void aSecondRunChangesNoFile() {
    run(Map.of(), folder.toString());
    printed.reset();
    assertThat(run(Map.of(), folder.toString())).isZero();
    assertThat(text()).contains("0 files written");
  }

  @Test
  void aWrongTokenFailsWithARemedy() {
    ProxmoxSimulator server = PVE.simulator();
    int exit =
        run(
            Map.of(
                "PROXMOX_URL", server.url(),
                "PROXMOX_TOKEN", "ci@pve!nobody=00000000-0000-0000-0000-000000000000",
                "PROXMOX_FINGERPRINT", server.fingerprint()),
            folder.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(text()).contains("ci@pve!nobody").doesNotContain("\tat ");
    assertThat(folder.resolve("vms.tf")).doesNotExist();
  }

  @Test
  void aMissingTokenIsAUsageError() {
    assertThat(run(Map.of("PROXMOX_URL", "https://localhost:1"), folder.toString())).isEqualTo(2);
  }

  @Test
  void servingARealClusterIsAUsageError() {
    assertThat(run(Map.of("PROXMOX_URL", "https://localhost:1"), "--serve", folder.toString()))
        .isEqualTo(2);
  }

  private int run(Map<String, String> environment, String... arguments) {
    return Quickstart.run(
        arguments, environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
