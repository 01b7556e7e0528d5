package io.github.proxmoxmpc.api.internal.transport;

/** What one attempt of a call has come to; travels as a tag of its request. Thread-safe. */
public final class Transmission {
  private volatile boolean begun;

  public void begin() {
    begun = true;
  }

  /** Whether the request was about to be written on a connection; if not, nobody received it. */
  public boolean hasBegun() {
    return begun;
  }
}
