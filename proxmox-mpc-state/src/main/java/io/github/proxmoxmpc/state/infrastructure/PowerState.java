package io.github.proxmoxmpc.state.infrastructure;

/** Whether a guest runs. */
public enum PowerState {
  /** It runs (a paused one too). */
  RUNNING,
  /** It is stopped. */
  STOPPED,
  /** Its node did not answer for it. */
  UNKNOWN
}
