package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.state.CommittedRevision;
import io.github.proxmoxmpc.state.ResourceChanges;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.Revision;
import java.time.Duration;
import java.util.List;

/**
 * The result of a sync.
 *
 * @param committed the revision and its changes
 * @param failures the failures to read a resource; empty if everything was read
 * @param duration the duration of the sync
 * @param calls the number of calls, without retries of the client
 */
public record SyncReport(
    CommittedRevision committed, List<SyncFailure> failures, Duration duration, int calls) {
  /** Copies the list. */
  public SyncReport {
    failures = List.copyOf(failures);
  }

  /** Returns the committed revision. */
  public Revision revision() {
    return committed.revision();
  }

  /** Returns the changes of all kinds together. */
  public ResourceChanges total() {
    return committed.total();
  }

  /** Returns the changes of one kind. */
  public ResourceChanges changes(ResourceKind kind) {
    return committed.changes().getOrDefault(kind, ResourceChanges.NONE);
  }

  /** Returns whether everything was read. */
  public boolean complete() {
    return failures.isEmpty();
  }
}
