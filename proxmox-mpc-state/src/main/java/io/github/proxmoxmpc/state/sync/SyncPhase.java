package io.github.proxmoxmpc.state.sync;

/** The phases of a sync, in order. */
public enum SyncPhase {
  /** Lists the resources. */
  LISTING,
  /** Reads the configuration of each guest. */
  CONFIGURATIONS,
  /** Checks whether missing resources are gone. */
  MISSING,
  /** Commits the revision. */
  COMMITTING
}
