package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.SortedSet;
import java.util.TreeSet;

/** A resource pool; a name with slashes is one inside another. Guarded by the cluster's lock. */
public final class ClusterPool {
  private final String id;
  private final SortedSet<Integer> guests = new TreeSet<>();
  private final SortedSet<String> storages = new TreeSet<>();
  private String comment;

  /** Makes an empty pool. */
  public ClusterPool(String id, String comment) {
    this.id = id;
    this.comment = comment;
  }

  /** Its name, {@code prod/web}. */
  public String id() {
    return id;
  }

  /** The comment, empty if there is none. */
  public String comment() {
    return comment;
  }

  /** Changes the comment. */
  public void setComment(String text) {
    comment = text;
  }

  /** Its guests. */
  public SortedSet<Integer> guests() {
    return guests;
  }

  /** Its storages. */
  public SortedSet<String> storages() {
    return storages;
  }
}
