package io.github.proxmoxmpc.api.internal;

import org.jspecify.annotations.Nullable;

/** Whether a client is open; a client that shares another's connections ends with it. */
public final class Lifetime {
  private final @Nullable Lifetime owner;
  private volatile boolean over;

  private Lifetime(@Nullable Lifetime owner) {
    this.owner = owner;
  }

  /** A lifetime of its own. */
  public static Lifetime independent() {
    return new Lifetime(null);
  }

  /** A lifetime that ends with this one at the latest. */
  public Lifetime within() {
    return new Lifetime(this);
  }

  boolean isOver() {
    return over || (owner != null && owner.isOver());
  }

  void end() {
    over = true;
  }
}
