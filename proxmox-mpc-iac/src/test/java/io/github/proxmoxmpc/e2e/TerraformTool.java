package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Terraform (or OpenTofu) in one folder, as {@code src/e2e/install-tools.sh} made it ready.
 *
 * <p>Secrets go in by the environment, never by an argument or a file.
 */
final class TerraformTool {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private final Path binary;
  private final Map<String, String> environment;

  private TerraformTool(Path folder, Path binary, Map<String, String> environment) {
    this.folder = folder;
    this.binary = binary;
    this.environment = environment;
  }

  /** Returns Terraform in a folder, with variables that it passes as {@code TF_VAR_name}. */
  static TerraformTool in(Path folder, Map<String, String> variables) {
    String tools = System.getProperty("e2e.tools");
    assertThat(tools)
        .as("system property e2e.tools: run these tests by mvn -P e2e verify")
        .isNotNull();
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(tools, "tools.properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the tools are not ready: " + tools, e);
    }
    Map<String, String> environment = new TreeMap<>();
    environment.put("TF_CLI_CONFIG_FILE", properties.getProperty("cli.config"));
    environment.put("TF_IN_AUTOMATION", "1");
    environment.put("TF_INPUT", "0");
    environment.put("CHECKPOINT_DISABLE", "1");
    variables.forEach((name, value) -> environment.put("TF_VAR_" + name, value));
    return new TerraformTool(folder, Path.of(properties.getProperty("terraform")), environment);
  }

  /** Runs a command and waits for its end. */
  Run run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(binary.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    Path out = folder.resolve(".e2e-stdout");
    Path err = folder.resolve(".e2e-stderr");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "terraform %s did not end within %s%n%s%s"
                .formatted(String.join(" ", arguments), LIMIT, text(out), text(err)));
      }
      return new Run(
          "terraform " + String.join(" ", arguments),
          process.exitValue(),
          text(out),
          text(err),
          Duration.ofNanos(System.nanoTime() - started));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while terraform ran", e);
    }
  }

  /** Runs a command that must succeed. */
  Run succeed(String... arguments) {
    return run(arguments).exitsWith(0);
  }

  /** Creates a plan: exit code 0 without changes, 2 with changes. */
  Plan plan() {
    Run plan = run("plan", "-detailed-exitcode", "-no-color", "-lock=false", "-out=e2e.tfplan");
    assertThat(plan.exitCode()).as(plan::report).isIn(0, 2);
    Run shown = succeed("show", "-json", "-no-color", "e2e.tfplan");
    return Plan.parse(plan, shown.stdout());
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The result of a command. */
  record Run(String command, int exitCode, String stdout, String stderr, Duration took) {
    Run exitsWith(int expected) {
      assertThat(exitCode).as(this::report).isEqualTo(expected);
      return this;
    }

    String report() {
      return "%s (exit %d, %d ms)%n%s%n%s"
          .formatted(command, exitCode, took.toMillis(), stdout, stderr);
    }
  }
}
