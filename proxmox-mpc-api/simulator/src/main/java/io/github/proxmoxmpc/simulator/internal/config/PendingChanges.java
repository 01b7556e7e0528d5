package io.github.proxmoxmpc.simulator.internal.config;

/** What to do with changes that wait for the next start. */
public enum PendingChanges {
  /** Show them as if they held already, which is the server's default. */
  APPLIED,
  /** Show what holds now. */
  LEFT_OUT
}
