package io.github.proxmoxmpc.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares the cost of the typed client with other clients. Runs both benchmarks of a pair in turn,
 * each time in a new JVM, and takes the smallest time of each, because other load can only add
 * time.
 */
final class Ratios {
  private final int rounds;
  private final int seconds;
  private final int starts;

  private Ratios(int rounds, int seconds, int starts) {
    this.rounds = rounds;
    this.seconds = seconds;
    this.starts = starts;
  }

  /**
   * Measures and prints the ratios.
   *
   * @param arguments {@code short} takes about three minutes; nothing takes about eight
   */
  public static void main(String[] arguments) throws Exception {
    boolean brief = arguments.length > 0 && arguments[0].equals("short");
    Ratios ratios = brief ? new Ratios(3, 1, 8) : new Ratios(5, 2, 20);
    ratios.compare("a typed call over loopback", CallBenchmark.class, "bare");
    ratios.compare("10,000 guests decoded and read", DecodeBenchmark.class, "jackson");
    ratios.compareColdStarts();
  }

  private void compare(String title, Class<?> benchmark, String other) throws RunnerException {
    double typed = Double.MAX_VALUE;
    double compared = Double.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      typed = Math.min(typed, micros(benchmark, "typed"));
      compared = Math.min(compared, micros(benchmark, other));
    }
    print(title, typed, other, compared);
  }

  private double micros(Class<?> benchmark, String method) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\." + method + "$")
            .forks(1)
            // On two processors the compiler is done after some six seconds of either.
            .warmupIterations(8)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(seconds))
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getStatistics().getMin();
  }

  private void compareColdStarts() throws Exception {
    try (LoopbackServer server = new LoopbackServer()) {
      List<Double> typed = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int i = 0; i < starts; i++) {
        typed.add(coldStart("typed", server));
        bare.add(coldStart("bare", server));
      }
      print("from a new JVM to the first answer", least(typed), "bare", least(bare));
    }
  }

  private static double least(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double coldStart(String kind, LoopbackServer server) throws Exception {
    Process program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                ColdStart.class.getName(),
                kind,
                server.url(),
                Base64.getEncoder().encodeToString(server.certificate().getEncoded()),
                server.fingerprint())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (program.waitFor() != 0) {
      throw new IOException("the program that was to begin has failed");
    }
    return Double.parseDouble(printed.trim());
  }

  private static void print(String title, double typed, String other, double compared) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f us, %s %.0f us, ratio %.2f%n",
        title,
        typed,
        other,
        compared,
        typed / compared);
  }
}
