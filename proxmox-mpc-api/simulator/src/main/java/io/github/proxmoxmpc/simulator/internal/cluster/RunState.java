package io.github.proxmoxmpc.simulator.internal.cluster;

/** The run state of a guest. */
public enum RunState {
  /** Not running. */
  STOPPED,
  /** Running. */
  RUNNING,
  /** Suspended; lists show the guest as running. */
  PAUSED
}
