package io.github.proxmoxmpc.simulator;

import org.junit.jupiter.api.BeforeEach;

/**
 * A test that calls the simulator which a {@code ProxmoxSimulatorExtension} of the class starts.
 */
abstract class SimulatorTest {
  ProxmoxSimulator pve;
  ApiProbe api;

  @BeforeEach
  void start(ProxmoxSimulator simulator) {
    pve = simulator;
    api = ApiProbe.of(simulator);
  }
}
