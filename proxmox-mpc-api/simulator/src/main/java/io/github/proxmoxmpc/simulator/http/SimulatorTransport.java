package io.github.proxmoxmpc.simulator.http;

import java.net.URI;

/** Passes requests to a {@link SimulatorHandler} and sends its responses back. */
public interface SimulatorTransport extends AutoCloseable {
  /** Returns the base URL, {@code https://localhost:34567}, without a trailing slash. */
  URI url();

  /** Stops serving and frees the port. */
  @Override
  void close();
}
