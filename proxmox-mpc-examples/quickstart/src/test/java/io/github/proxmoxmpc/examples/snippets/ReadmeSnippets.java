package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.ProxmoxMpc;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Path;
import java.util.List;

/** The code of README.md. */
final class ReadmeSnippets {
  private ReadmeSnippets() {}

  static void firstCall(String secret, String fingerprint) {
    try (var pve =
        ProxmoxClient.builder("https://pve1:8006")
            .token("ci@pve!build", Secret.of(secret))
            .fingerprint(fingerprint)
            .build()) {
      pve.guests().list().forEach(System.out::println);
    }
  }

  static void theWholeWay(String secret, String fingerprint) {
    try (var mpc =
        ProxmoxMpc.connect(
                "https://pve1:8006",
                c -> c.token("ci@pve!build", Secret.of(secret)).fingerprint(fingerprint))
            .store(Path.of("estate.db"))
            .open()) {
      SyncReport report = mpc.sync(progress -> System.out.println(progress));
      List<VmState> idle = mpc.state().vms().tagged("prod").stopped().list();
      Workspace written = mpc.generate(Terraform.forBpg()).into(Path.of("infra"));
      System.out.println(report.total() + ", " + idle.size() + " idle, " + written.written());
    }
  }
}
