package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.SimulatedGuest;
import io.github.proxmoxmpc.simulator.http.ReceivedRequest;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.sync.AgentProbe;
import io.github.proxmoxmpc.state.sync.SyncEngine;
import io.github.proxmoxmpc.state.sync.SyncOptions;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A simulated cluster that is synced, generated and planned with Terraform. */
final class SimulatedCluster implements AutoCloseable {
  private final ProxmoxSimulator simulator;

  private SimulatedCluster(ProxmoxSimulator simulator) {
    this.simulator = simulator;
  }

  static SimulatedCluster start(Estate estate) {
    return new SimulatedCluster(ProxmoxSimulator.start(estate));
  }

  /** Syncs the cluster into a store beside the folder, and generates the workspace into it. */
  Workspace generateInto(Path folder) {
    try (ProxmoxClient client =
            ProxmoxClient.builder(simulator.url())
                .credentials(ApiToken.parse(simulator.token()))
                .fingerprint(simulator.fingerprint())
                .build();
        StateStore store = StateStore.open(folder.resolveSibling(folder.getFileName() + ".db"))) {
      SyncOptions options = SyncOptions.defaults().withAgentProbe(AgentProbe.ASK);
      SyncReport report = new SyncEngine(client, store, options).sync();
      assertThat(report.failures()).as("failures of the sync").isEmpty();
      assertThat(simulator.writes()).as("writes of the sync").isEmpty();
      simulator.forgetRequests();
      return Terraform.forBpg().generate(store.snapshot()).into(folder);
    }
  }

  /** Returns Terraform in the folder, with this cluster as its server. */
  TerraformTool terraformIn(Path folder) {
    return TerraformTool.in(
        folder,
        Map.of(
            "proxmox_endpoint",
            simulator.url(),
            "proxmox_api_token",
            simulator.token(),
            "proxmox_insecure",
            "true"));
  }

  /** Returns the writes that the server has received since the sync. */
  List<ReceivedRequest> writes() {
    return simulator.writes();
  }

  /** Returns a guest, to change it as a colleague would. */
  SimulatedGuest guest(int id) {
    return simulator.guest(id);
  }

  /** Returns the ids of all guests. */
  List<Integer> ids() {
    return simulator.vmids();
  }

  /** Returns the secret of the token, which must not appear in any file. */
  String secret() {
    return simulator.token().substring(simulator.token().indexOf('=') + 1);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
