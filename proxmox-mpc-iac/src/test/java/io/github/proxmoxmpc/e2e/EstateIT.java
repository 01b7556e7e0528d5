package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the main promise: the provider finds nothing to change in the code of the sample estate.
 */
@Tag("e2e")
class EstateIT {
  @TempDir Path folder;

  @Test
  @Tag("S07")
  void theWholeEstateIsImportedAndTheNextPlanIsEmpty() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(SampleEstate.odd())) {
      Workspace workspace = cluster.generateInto(folder);
      assertThat(workspace.coverage().guests()).as("guests").hasSize(26);
      assertThat(workspace.coverage().readable())
          .as("guests that the provider reads")
          .isEqualTo(26);
      TerraformTool terraform = cluster.terraformIn(folder);

      terraform.succeed("init", "-no-color");
      terraform.succeed("fmt", "-check", "-recursive", "-diff", "-no-color");
      terraform.succeed("validate", "-no-color");

      Plan first = terraform.plan();
      System.out.println("first plan: " + first.figures());
      assertThat(first.unclean()).isEmpty();
      assertThat(first.run().exitCode()).isEqualTo(2);
      assertThat(first.imports("proxmox_virtual_environment_vm")).as("VMs").isEqualTo(17);
      assertThat(first.imports("proxmox_virtual_environment_container")).as("CTs").isEqualTo(9);
      assertThat(first.imports("proxmox_virtual_environment_pool")).as("pools").isEqualTo(6);
      assertThat(first.toAdd() + first.toChange() + first.toDestroy()).isZero();
      assertThat(first.run().stdout())
          .contains("Plan: 32 to import, 0 to add, 0 to change, 0 to destroy.");
      // The provider needs the deprecated timeout_start in ignore_changes: it sets the attribute
      // after an import, and Terraform warns about any reference to it.
      assertThat(first.run().stdout().lines().filter(line -> line.startsWith("Warning: ")))
          .isSubsetOf("Warning: Deprecated attribute");

      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      System.out.println("apply of the imports: " + cluster.writes().size() + " writes received");
      assertThat(cluster.writes()).isEmpty();

      Plan second = terraform.plan();
      System.out.println("second plan: " + second.figures());
      assertThat(second.run().exitCode()).as(second.unclean()).isZero();
      assertThat(cluster.writes()).isEmpty();
    }
  }

  @Test
  void noFileHoldsASecret() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(SampleEstate.odd())) {
      Workspace workspace = cluster.generateInto(folder);
      for (String written : workspace.written()) {
        assertThat(Files.readString(folder.resolve(written)))
            .as(written)
            .doesNotContain(cluster.secret())
            .doesNotContain("not-a-real-one")
            .doesNotContain("**********");
      }
    }
  }
}
