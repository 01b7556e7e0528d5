package io.github.proxmoxmpc.examples.quickstart;

import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.coverage.Coverage;
import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.coverage.CoverageWarning;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the result of the generation, and the next steps. */
final class Advice {
  private Advice() {}

  static void print(PrintStream out, Workspace workspace) {
    Coverage coverage = workspace.coverage();
    out.printf(
        "%n%d files written to %s, %d unchanged%n",
        workspace.written().size(), workspace.directory(), workspace.unchanged().size());
    for (String conflict : workspace.conflicts()) {
      out.println(
          "  " + conflict + " was edited and was kept; the new version is " + conflict + ".new");
    }
    out.printf(
        "%d of %d guests can be imported. Of the configuration keys, %d are written, %d left out as"
            + " defaults, %d ignored and %d not expressible; coverage.md lists them with reasons%n",
        coverage.readable(),
        coverage.guests().size(),
        coverage.count(CoverageOutcome.WRITTEN),
        coverage.count(CoverageOutcome.LEFT_OUT),
        coverage.count(CoverageOutcome.IGNORED),
        coverage.count(CoverageOutcome.NOT_EXPRESSIBLE));
    for (CoverageWarning warning : coverage.warnings()) {
      if (warning.kind() == CoverageWarning.Kind.STALL
          || warning.kind() == CoverageWarning.Kind.NUMBER_GAP
          || warning.kind() == CoverageWarning.Kind.UNREADABLE) {
        out.println("  guest " + warning.vmid() + ": " + warning.text());
      }
    }
    out.printf(
        "%nNext: set TF_VAR_proxmox_endpoint and TF_VAR_proxmox_api_token, and run%n"
            + "  terraform -chdir=%1$s init && terraform -chdir=%1$s plan%n",
        quoted(workspace.directory()));
  }

  /** Prints the next steps for the simulator, whose token is valid nowhere else. */
  static void printForSimulator(PrintStream out, Path folder, ProxmoxSimulator simulator) {
    String directory = quoted(folder.toAbsolutePath().normalize());
    out.printf(
        """

        The simulated cluster runs until you press Ctrl-C. In another terminal:

          export TF_VAR_proxmox_endpoint=%2$s
          export TF_VAR_proxmox_api_token='%3$s'
          export TF_VAR_proxmox_insecure=true
          terraform -chdir=%1$s init
          terraform -chdir=%1$s plan
          terraform -chdir=%1$s apply
          terraform -chdir=%1$s plan -detailed-exitcode

        The first plan imports everything and changes nothing. After the apply there are no changes.
        If you cannot reach the provider's registry, first build the provider from its Go module:

          proxmox-mpc-iac/src/e2e/install-tools.sh target/e2e-tools
          export TF_CLI_CONFIG_FILE=$PWD/target/e2e-tools/terraform.rc

        """,
        directory, simulator.url(), simulator.token());
    out.flush();
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
