package io.github.proxmoxmpc.examples.quickstart;

import io.github.proxmoxmpc.ProxmoxMpc;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.iac.terraform.Terraform;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import io.github.proxmoxmpc.state.sync.AgentProbe;
import io.github.proxmoxmpc.state.sync.SyncOptions;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Reads a cluster and generates Terraform code for it. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a Proxmox VE cluster, lists its guests, and generates Terraform code.",
      "",
      "Set PROXMOX_URL, PROXMOX_TOKEN (user@realm!id=secret) and one of PROXMOX_FINGERPRINT,",
      "PROXMOX_CA (a file) and PROXMOX_INSECURE=true. Without PROXMOX_URL it reads a simulated",
      "cluster of 26 guests with deliberately unusual configurations. It only reads the server.",
      ""
    })
final class Quickstart implements Callable<Integer> {
  @Parameters(paramLabel = "<folder>", description = "The folder for the Terraform files.")
  private Path folder = Path.of("infra");

  @Option(
      names = "--store",
      paramLabel = "<file>",
      description = "The SQLite file for the state; <folder>/.proxmox-mpc/estate.db by default.")
  private @Nullable Path store;

  @Option(
      names = "--serve",
      description = "Keep the simulated cluster running, to run terraform against it.")
  private boolean serve;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec command;

  private final Map<String, String> environment;
  private final PrintStream out;

  Quickstart(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** Runs the command. Exits with 1 if the cluster cannot be read, and with 2 on wrong usage. */
  public static void main(String[] arguments) {
    // The table may hold names in any script, so it does not use the platform's encoding.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, System.getenv(), out));
  }

  static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
    return new CommandLine(new Quickstart(environment, out)).execute(arguments);
  }

  @Override
  public Integer call() {
    if (!environment.getOrDefault("PROXMOX_URL", "").isBlank()) {
      if (serve) {
        throw usage("--serve needs the simulated cluster: unset PROXMOX_URL");
      }
      return generateFrom(environment);
    }
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(SampleEstate.odd())) {
      out.println("PROXMOX_URL is not set; using a simulated cluster at " + simulator.url());
      out.println();
      int exit =
          generateFrom(
              Map.of(
                  "PROXMOX_URL", simulator.url(),
                  "PROXMOX_TOKEN", simulator.token(),
                  "PROXMOX_FINGERPRINT", simulator.fingerprint()));
      if (serve && exit == 0) {
        Advice.printForSimulator(out, folder, simulator);
        waitForTheEnd();
      }
      return exit;
    }
  }

  private int generateFrom(Map<String, String> cluster) {
    try (ProxmoxMpc mpc =
        connection(cluster)
            .syncOptions(SyncOptions.defaults().withAgentProbe(AgentProbe.ASK))
            .store(storeFile())
            .open()) {
      SyncReport report = mpc.sync(new ProgressLine(out));
      Findings.print(out, mpc.state().snapshot(), report);
      Workspace workspace = mpc.generate(Terraform.forBpg()).into(folder);
      Advice.print(out, workspace);
      return 0;
    } catch (ProxmoxException | UncheckedIOException e) {
      out.println();
      out.println(e.getMessage());
      return 1;
    }
  }

  private ProxmoxMpc.Builder connection(Map<String, String> cluster) {
    try {
      return ProxmoxMpc.fromEnvironment(new HashMap<>(cluster));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private Path storeFile() {
    Path file = store == null ? folder.resolve(".proxmox-mpc").resolve("estate.db") : store;
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      try {
        Files.createDirectories(parent);
      } catch (IOException e) {
        throw new UncheckedIOException("Unable to create " + parent + ": " + e.getMessage(), e);
      }
    }
    return file;
  }

  private ParameterException usage(String message) {
    CommandLine line = command == null ? new CommandLine(this) : command.commandLine();
    return new ParameterException(line, message);
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
