package io.github.proxmoxmpc.state.infrastructure;

/** The state of a virtual machine's guest agent. */
public enum AgentState {
  /** The configuration does not enable it, or the machine is not running. */
  OFF,
  /** It is enabled and reports a global unicast address. */
  ANSWERS,
  /** It is enabled and answers, but reports only loopback, link-local or no addresses. */
  NO_ADDRESS,
  /** It is enabled and answers, but with a counter that does not fit into 63 bits. */
  UNREADABLE,
  /** It is enabled and did not answer. */
  SILENT,
  /** It is enabled, but the sync did not ask it. */
  NOT_ASKED
}
