package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.SortedSet;
import java.util.TreeSet;

/** A resource pool; slashes in the id separate nested pools. Guarded by the cluster's lock. */
public final class ClusterPool {
  private final String id;
  private final SortedSet<Integer> guests = new TreeSet<>();
  private final SortedSet<String> storages = new TreeSet<>();
  private String comment;

  /** Creates an empty pool. */
  public ClusterPool(String id, String comment) {
    this.id = id;
    this.comment = comment;
  }

  /** Returns the id, {@code prod/web}. */
  public String id() {
    return id;
  }

  /** Returns the comment, empty if it has none. */
  public String comment() {
    return comment;
  }

  /** Sets the comment. */
  public void setComment(String text) {
    comment = text;
  }

  /** Returns the guests. */
  public SortedSet<Integer> guests() {
    return guests;
  }

  /** Returns the storages. */
  public SortedSet<String> storages() {
    return storages;
  }
}
