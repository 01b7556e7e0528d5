package io.github.proxmoxmpc.state.sync;

/** Receives the progress of a sync. */
@FunctionalInterface
public interface SyncListener {
  /**
   * Handles one step, on the thread that called {@code sync}. If it throws, the sync ends and the
   * store stays unchanged.
   */
  void progress(SyncProgress progress);

  /** Returns a listener that ignores all progress. */
  static SyncListener silent() {
    return progress -> {};
  }
}
