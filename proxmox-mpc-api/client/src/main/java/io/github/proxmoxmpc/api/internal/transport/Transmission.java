package io.github.proxmoxmpc.api.internal.transport;

/** Records whether an attempt of a call was sent. It is a tag of the request. Thread-safe. */
public final class Transmission {
  private volatile boolean begun;

  /** Records that the request is about to be written to a connection. */
  void begin() {
    begun = true;
  }

  /** Returns whether the server may have received the request. */
  public boolean hasBegun() {
    return begun;
  }
}
