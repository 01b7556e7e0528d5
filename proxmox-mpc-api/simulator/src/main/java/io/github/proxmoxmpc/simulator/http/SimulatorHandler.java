package io.github.proxmoxmpc.simulator.http;

/**
 * Answers requests to the simulated API. It has no side effect other than changes of the simulated
 * cluster. Implementations are thread-safe.
 */
@FunctionalInterface
public interface SimulatorHandler {
  /** Answers a request. Never throws because of the contents of the request. */
  SimulatorResponse handle(SimulatorRequest request);
}
