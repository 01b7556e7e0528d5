package io.github.proxmoxmpc.examples.benchmarks;

import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import java.util.Locale;

/** Measures the start of a simulator in a new JVM and in a warm one. */
final class SimulatorUp {
  private static final int WARM = 10;

  private SimulatorUp() {}

  /** Prints the two times. */
  public static void main(String[] arguments) {
    Estate estate = SampleEstate.odd();
    long cold = millisToStart(estate);
    long warm = Long.MAX_VALUE;
    for (int i = 0; i < WARM; i++) {
      warm = Math.min(warm, millisToStart(estate));
    }
    System.out.printf(
        Locale.ROOT,
        "simulator up with the sample estate: %d ms in a new JVM, %d ms in a warm one%n",
        cold,
        warm);
  }

  private static long millisToStart(Estate estate) {
    long started = System.nanoTime();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate)) {
      if (simulator.vmids().isEmpty()) {
        throw new IllegalStateException("the simulator has no guests");
      }
      return (System.nanoTime() - started) / 1_000_000;
    }
  }
}
