package io.github.proxmoxmpc.state.sync;

/** Is told how a sync gets on. */
@FunctionalInterface
public interface SyncListener {
  /**
   * Called after each step, on the thread that called {@code sync}; what it throws ends the sync,
   * and the store stays as it was.
   */
  void progress(SyncProgress progress);

  /** Listens to nothing. */
  static SyncListener silent() {
    return progress -> {};
  }
}
