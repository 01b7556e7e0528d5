package io.github.proxmoxmpc.state.infrastructure;

/** Whether a guest runs. */
public enum GuestStatus {
  /** It runs (a paused one too). */
  RUNNING,
  /** It is stopped. */
  STOPPED,
  /** Its node did not answer for it. */
  UNKNOWN
}
