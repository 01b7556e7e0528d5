package io.github.proxmoxmpc.state;

/** Why what the store keeps of a resource could not be confirmed. */
public enum StaleReason {
  /** The node it lies on is not in the cluster at present. */
  NODE_OFFLINE,
  /** It is there, but reading it failed. */
  UNREADABLE,
  /** It was not listed, but nothing says that it is gone: the caller's privileges may hide it. */
  HIDDEN
}
