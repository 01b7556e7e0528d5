package io.github.proxmoxmpc.simulator.internal.cluster;

/** Whether a guest runs. */
public enum RunState {
  /** It does not. */
  STOPPED,
  /** It does. */
  RUNNING,
  /** It was suspended; lists show it as running. */
  PAUSED
}
