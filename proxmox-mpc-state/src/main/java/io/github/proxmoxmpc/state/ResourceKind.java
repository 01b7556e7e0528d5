package io.github.proxmoxmpc.state;

import java.util.Locale;

/** The kinds of resources in the store. */
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

  /** Returns the spelling in the database and in reports: {@code vm}. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether ids of this kind are numbers. */
  boolean isNumbered() {
    return this == VM || this == CONTAINER;
  }

  static ResourceKind ofColumn(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
