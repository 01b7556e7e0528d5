package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.state.CommittedRevision;
import io.github.proxmoxmpc.state.ResourceChanges;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.Revision;
import java.time.Duration;
import java.util.List;

/**
 * What a sync did.
 *
 * @param committed the revision, and what changed in it
 * @param failures what could not be read, each with its reason; empty when all is well
 * @param duration how long it took
 * @param calls how many calls it made; repetitions by the client are not counted
 */
public record SyncReport(
    CommittedRevision committed, List<SyncFailure> failures, Duration duration, int calls) {
  /** Copies the list. */
  public SyncReport {
    failures = List.copyOf(failures);
  }

  /** The revision that it committed. */
  public Revision revision() {
    return committed.revision();
  }

  /** What changed, all kinds together. */
  public ResourceChanges total() {
    return committed.total();
  }

  /** What changed in one kind. */
  public ResourceChanges changes(ResourceKind kind) {
    return committed.changes().getOrDefault(kind, ResourceChanges.NONE);
  }

  /** Whether everything could be read. */
  public boolean complete() {
    return failures.isEmpty();
  }
}
