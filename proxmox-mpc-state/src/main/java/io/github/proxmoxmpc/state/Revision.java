package io.github.proxmoxmpc.state;

import java.time.Instant;

/**
 * One whole state of the cluster in the store: what one sync committed.
 *
 * @param number counts up from 1, without gaps
 * @param committedAt when it was committed, to the millisecond, by the clock of the writer
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
