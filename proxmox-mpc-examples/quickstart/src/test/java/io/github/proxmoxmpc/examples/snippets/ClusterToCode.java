package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.ProxmoxMpc;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Path;
import java.util.List;

public class ClusterToCode {
  public static void main(String[] arguments) {
    // The variables of FirstCall; connect(url, settings) takes them from elsewhere.
    try (var mpc = ProxmoxMpc.fromEnvironment(System.getenv()).store(Path.of("estate.db")).open()) {
      SyncReport report = mpc.sync(progress -> System.out.println(progress));
      List<VmState> idle = mpc.state().vms().tagged("prod").stopped().list();
      Workspace written = mpc.generate(Terraform.forBpg()).into(Path.of("infra"));
      System.out.println(report.total() + ", " + idle.size() + " idle, " + written.written());
    }
  }
}
