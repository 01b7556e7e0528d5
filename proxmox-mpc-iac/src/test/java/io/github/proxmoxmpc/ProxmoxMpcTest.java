package io.github.proxmoxmpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import io.github.proxmoxmpc.state.sync.AgentProbe;
import io.github.proxmoxmpc.state.sync.SyncOptions;
import io.github.proxmoxmpc.state.sync.SyncProgress;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class ProxmoxMpcTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              Estate.builder()
                  .node("pve1")
                  .storage("local-lvm", Map.of("type", "lvmthin", "vgname", "pve", "thinpool", "d"))
                  .vm(
                      "pve1",
                      100,
                      Map.of(
                          "name", "web",
                          "tags", "prod",
                          "agent", "1",
                          "net0", "virtio=BC:24:11:00:00:64,bridge=vmbr0"))
                  .vm("pve1", 101, Map.of("name", "db", "tags", "prod"))
                  .vm("pve1", 102, Map.of("name", "lab"))
                  .running(100)
                  .addresses(100, "192.0.2.5/24")
                  .pool("prod", "100")
                  .build())
          .resetBeforeEach();

  @TempDir private Path directory;
  private ProxmoxSimulator pve;

  @BeforeEach
  void useTheSimulator(ProxmoxSimulator simulator) {
    pve = simulator;
  }

  private String tokenId() {
    return pve.token().substring(0, pve.token().indexOf('='));
  }

  private String secret() {
    return pve.token().substring(pve.token().indexOf('=') + 1);
  }

  private ProxmoxMpc.Builder connect() {
    return ProxmoxMpc.connect(
        pve.url(),
        client -> client.token(tokenId(), Secret.of(secret())).fingerprint(pve.fingerprint()));
  }

  @Test
  void theMainTaskTakesThreeCalls() {
    Path file = directory.resolve("estate.db");
    Path infra = directory.resolve("infra");
    List<SyncProgress> steps = new ArrayList<>();
    try (ProxmoxMpc mpc = connect().store(file).open()) {
      SyncReport report = mpc.sync(steps::add);
      List<VmState> idle = mpc.state().vms().tagged("prod").stopped().list();
      Workspace written = mpc.generate(Terraform.forBpg()).into(infra);

      assertThat(report.complete()).isTrue();
      assertThat(steps).isNotEmpty();
      assertThat(idle).extracting(VmState::name).containsExactly("db");
      assertThat(written.written()).contains("vms.tf", "pools.tf", "imports.tf");
      assertThat(infra.resolve("vms.tf")).content().contains("\"web\"", "\"db\"", "\"lab\"");
    }
    assertThat(pve.writes()).isEmpty();
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void theEnvironmentNamesTheServerAndTheToken() {
    Map<String, String> environment =
        Map.of(
            "PROXMOX_URL", pve.url(),
            "PROXMOX_TOKEN", pve.token(),
            "PROXMOX_FINGERPRINT", pve.fingerprint());
    try (ProxmoxMpc mpc =
        ProxmoxMpc.fromEnvironment(environment)
            .store(directory.resolve("estate.db"))
            .syncOptions(SyncOptions.defaults().withAgentProbe(AgentProbe.ASK))
            .open()) {
      mpc.sync();
      assertThat(mpc.state().vms().vmid(100).first().orElseThrow().agent())
          .isEqualTo(AgentState.ANSWERS);
      assertThat(mpc.toString()).contains(pve.url(), tokenId()).doesNotContain(secret());
    }
  }

  @Test
  void clientsAndStoresOfTheCallerStayOpen() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + directory.resolve("other.db"));
    try (ProxmoxClient client =
            ProxmoxClient.builder(pve.url())
                .token(tokenId(), Secret.of(secret()))
                .fingerprint(pve.fingerprint())
                .build();
        StateStore store = StateStore.open(directory.resolve("estate.db"))) {
      try (ProxmoxMpc mpc = ProxmoxMpc.over(client).store(store).open()) {
        mpc.sync();
      }
      assertThat(store.vms().count()).isEqualTo(3);
      assertThat(client.api().version().get()).isNotNull();
      try (ProxmoxMpc mpc = ProxmoxMpc.over(client).store(source).open()) {
        assertThat(mpc.sync().revision().number()).isEqualTo(1);
      }
    }
  }

  @Test
  void closingClosesTheClientAndTheStore() {
    ProxmoxMpc mpc = connect().store(directory.resolve("estate.db")).open();
    mpc.close();
    assertThatThrownBy(() -> mpc.client().api().version().get())
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("the ProxmoxClient is closed");
  }

  @Test
  void withoutAStoreOrCredentialsTheErrorNamesTheMissingCall() {
    assertThatThrownBy(() -> connect().open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("store(");
    assertThatThrownBy(
            () ->
                ProxmoxMpc.connect(pve.url(), client -> client.fingerprint(pve.fingerprint()))
                    .store(directory.resolve("estate.db"))
                    .open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("token(");
    assertThatThrownBy(() -> ProxmoxMpc.fromEnvironment(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PROXMOX_URL");
  }
}
