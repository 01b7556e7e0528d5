package io.github.proxmoxmpc.simulator.internal.config;

/** How to treat changes that wait for the next start. */
public enum PendingChanges {
  /** Show them as if they were applied, which is the server's default. */
  APPLIED,
  /** Show the current values. */
  LEFT_OUT
}
