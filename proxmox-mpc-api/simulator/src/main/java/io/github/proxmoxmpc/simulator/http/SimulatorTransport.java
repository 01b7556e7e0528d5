package io.github.proxmoxmpc.simulator.http;

import java.net.URI;

/** Carries requests to a {@link SimulatorHandler} and its answers back. */
public interface SimulatorTransport extends AutoCloseable {
  /** Where a client finds it, {@code https://localhost:34567}, without a last slash. */
  URI url();

  /** Stops answering and frees the port. */
  @Override
  void close();
}
