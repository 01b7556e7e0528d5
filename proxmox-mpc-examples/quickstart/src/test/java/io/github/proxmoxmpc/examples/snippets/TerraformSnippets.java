package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.ProxmoxMpc;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import java.nio.file.Path;

/** The code of docs/guide/terraform.md. */
final class TerraformSnippets {
  private TerraformSnippets() {}

  static void generate(String secret) {
    try (var mpc =
        ProxmoxMpc.connect("https://pve1:8006", c -> c.token("ci@pve!read", Secret.of(secret)))
            .store(Path.of("estate.db"))
            .open()) {
      mpc.sync();
      Workspace workspace = mpc.generate(Terraform.forBpg()).into(Path.of("infra"));
      workspace.coverage().warnings().forEach(System.out::println);
    }
  }
}
