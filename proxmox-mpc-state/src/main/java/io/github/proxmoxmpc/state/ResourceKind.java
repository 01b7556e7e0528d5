package io.github.proxmoxmpc.state;

import java.util.Locale;

/** The kinds of resource that the store keeps. */
public enum ResourceKind {
  /** A node of the cluster. */
  NODE,
  /** A virtual machine. */
  VM,
  /** A container. */
  CONTAINER,
  /** A storage. */
  STORAGE,
  /** A resource pool. */
  POOL;

  /** How the kind is written in the database and in reports: {@code vm}. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether ids of this kind are numbers. */
  boolean isNumbered() {
    return this == VM || this == CONTAINER;
  }

  static ResourceKind ofColumn(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
