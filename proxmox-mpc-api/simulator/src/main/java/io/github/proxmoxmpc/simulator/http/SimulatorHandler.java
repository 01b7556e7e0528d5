package io.github.proxmoxmpc.simulator.http;

/**
 * The handler of the simulator: a request goes in, an answer comes out, and nothing else happens
 * but a change of the simulated cluster. Safe for use by several threads.
 */
@FunctionalInterface
public interface SimulatorHandler {
  /** Responses a request; never throws for what a client can send. */
  SimulatorResponse handle(SimulatorRequest request);
}
