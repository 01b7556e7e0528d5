package io.github.proxmoxmpc.state.infrastructure;

/** What is known of the guest agent of a virtual machine. */
public enum AgentState {
  /** The configuration does not enable it, or the machine does not run. */
  OFF,
  /** It is enabled and answered. */
  ANSWERS,
  /** It is enabled and did not answer. */
  SILENT,
  /** It is enabled, and nobody asked it. */
  NOT_ASKED
}
