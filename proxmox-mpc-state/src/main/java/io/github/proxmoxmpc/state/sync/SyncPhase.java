package io.github.proxmoxmpc.state.sync;

/** What a sync is about; in the order in which it comes. */
public enum SyncPhase {
  /** It lists what there is. */
  LISTING,
  /** It reads the configuration of each guest. */
  CONFIGURATIONS,
  /** It makes sure that what is missing is gone. */
  MISSING,
  /** It commits the revision. */
  COMMITTING
}
