package io.github.proxmoxmpc.state;

import java.time.Instant;

/**
 * One complete state of the cluster in the store, committed by one sync.
 *
 * @param number its number; revisions count from 1 without gaps
 * @param committedAt the time of the commit in milliseconds, by the clock of the writer
 */
public record Revision(long number, Instant committedAt) implements Comparable<Revision> {
  static Revision of(RevisionRow row) {
    return new Revision(row.number(), Instant.ofEpochMilli(row.committedAt()));
  }

  @Override
  public int compareTo(Revision other) {
    return Long.compare(number, other.number);
  }
}
