package io.github.proxmoxmpc.api.internal;

/** What one attempt of a call has come to; travels as a tag of its request. Thread-safe. */
final class Transmission {
  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  /** Whether the request was about to be written on a connection; if not, nobody received it. */
  boolean hasBegun() {
    return begun;
  }
}
