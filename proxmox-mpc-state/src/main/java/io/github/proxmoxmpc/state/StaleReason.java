package io.github.proxmoxmpc.state;

/** The reason why the last sync could not confirm a resource. */
public enum StaleReason {
  /** Its node is offline. */
  NODE_OFFLINE,
  /** It exists, but reading it failed. */
  UNREADABLE,
  /** It was not listed, but may exist: the token may lack the privilege to see it. */
  HIDDEN
}
