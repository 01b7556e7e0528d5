package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The next revision, while it is being written: what was seen, what is gone, and what could not be
 * confirmed. What is not mentioned stays as it is. Nobody sees any of it before {@link #commit()},
 * and then everybody sees all of it.
 *
 * <pre>{@code
 * try (RevisionDraft draft = store.draft()) {
 *   draft.put(vm).gone(ResourceKey.vm(VmId.of(101)));
 *   CommittedRevision committed = draft.commit();
 * }
 * }</pre>
 *
 * <p>Not thread-safe. Holds some hundred rows in memory, and stages the rest in the database.
 */
public final class RevisionDraft implements AutoCloseable {
  private static final int BATCH = 500;
  private static final String GONE = "GONE";

  private final StateDatabase database;
  private final Clock clock;
  private final Consumer<RevisionDraft> ended;
  private final RunOwner owner;
  private final long run;
  private final Set<ResourceKey> put = new HashSet<>();
  private final Set<ResourceKey> absent = new HashSet<>();
  private final List<StagedRow> rows = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();
  private boolean open = true;

  private record Absence(ResourceKey key, String verdict) {}

  private RevisionDraft(
      StateDatabase database, Clock clock, Consumer<RevisionDraft> ended, RunOwner owner) {
    this.database = database;
    this.clock = clock;
    this.ended = ended;
    this.owner = owner;
    this.run = SyncRun.begin(database, clock, owner);
  }

  static RevisionDraft begin(StateDatabase database, Clock clock, Consumer<RevisionDraft> ended) {
    RunOwner owner = RunOwner.newDraft();
    boolean begun = false;
    try {
      RevisionDraft draft = new RevisionDraft(database, clock, ended, owner);
      begun = true;
      return draft;
    } finally {
      if (!begun) {
        owner.end();
      }
    }
  }

  /** A node that was seen. */
  public RevisionDraft put(NodeState node) {
    return put(ResourceKey.node(node.name()), ResourceCodec.row(node));
  }

  /** A guest that was seen; or, together with {@link #stale}, what is newly known of it. */
  public RevisionDraft put(GuestState guest) {
    ResourceKey key =
        guest instanceof VmState ? ResourceKey.vm(guest.id()) : ResourceKey.container(guest.id());
    return put(key, ResourceCodec.row(guest));
  }

  /** A storage that was seen. */
  public RevisionDraft put(StorageState storage) {
    return put(ResourceKey.storage(storage.id()), ResourceCodec.row(storage));
  }

  /** A pool that was seen. */
  public RevisionDraft put(PoolState pool) {
    return put(ResourceKey.pool(pool.id()), ResourceCodec.row(pool));
  }

  /** Everything of an infrastructure; what it does not hold stays as it is. */
  public RevisionDraft putAll(Infrastructure infrastructure) {
    infrastructure.nodes().forEach(this::put);
    for (VmState vm : infrastructure.vms()) {
      put(vm);
    }
    for (ContainerState container : infrastructure.containers()) {
      put(container);
    }
    infrastructure.storages().forEach(this::put);
    infrastructure.pools().forEach(this::put);
    return this;
  }

  private RevisionDraft put(ResourceKey key, StagedRow row) {
    requireOpen();
    if (!put.add(key)) {
      throw new IllegalArgumentException(key + " was put into this draft before");
    }
    rows.add(row);
    flushIfFull();
    return this;
  }

  /** A resource that is gone for certain: its listing was whole, and it was not in it. */
  public RevisionDraft gone(ResourceKey key) {
    return absent(key, GONE);
  }

  /** A resource that is to be kept although it could not be confirmed. */
  public RevisionDraft stale(ResourceKey key, StaleReason reason) {
    return absent(key, reason.name());
  }

  private RevisionDraft absent(ResourceKey key, String verdict) {
    requireOpen();
    if (!absent.add(key)) {
      throw new IllegalArgumentException(key + " was called gone or stale in this draft before");
    }
    absences.add(new Absence(key, verdict));
    flushIfFull();
    return this;
  }

  private void flushIfFull() {
    if (rows.size() + absences.size() >= BATCH) {
      flush();
    }
  }

  private void flush() {
    if (rows.isEmpty() && absences.isEmpty()) {
      return;
    }
    database.writeBatch(
        mapper -> {
          mapper.extendLease(run, clock.millis() + SyncRun.LEASE.toMillis());
          rows.forEach(row -> mapper.stage(run, row));
          for (StagedRow row : rows) {
            row.tags().forEach(tag -> mapper.stageTag(run, row.kind(), row.id(), tag));
          }
          for (Absence absence : absences) {
            ResourceKey key = absence.key();
            mapper.stageAbsence(run, key.kind().column(), key.id(), absence.verdict());
          }
        });
    rows.clear();
    absences.clear();
  }

  /**
   * Makes it the latest revision, in one transaction, and ends the draft.
   *
   * @throws StateException if the database fails, or the draft was taken for dead and discarded;
   *     the latest revision is the one before, then
   */
  public CommittedRevision commit() {
    requireOpen();
    flush();
    CommittedRevision committed = database.write(this::promote);
    end();
    return committed;
  }

  private CommittedRevision promote(RunMapper mapper) {
    long now = clock.millis();
    mapper.insertRevision(now);
    long revision = mapper.newestRevision();
    if (mapper.finish(run, now, revision) == 0) {
      throw new StateException(
          "Unable to commit the revision: it was quiet for so long that another process discarded"
              + " it; sync again",
          null);
    }
    Map<ResourceKind, ResourceChanges> changes = new EnumMap<>(ResourceKind.class);
    for (StagedCountRow row : mapper.countStaged(run)) {
      add(
          changes,
          row.kind(),
          new ResourceChanges(row.created(), row.updated(), 0, row.unchanged(), 0));
    }
    for (KindCountRow row : mapper.countGone(run)) {
      add(changes, row.kind(), new ResourceChanges(0, 0, row.total(), 0, 0));
    }
    mapper.closeGone(run, revision);
    mapper.closeChanged(run, revision);
    mapper.openVersions(run, revision);
    mapper.openTags(run, revision);
    mapper.closeStale(run, revision);
    mapper.openStale(run, revision);
    for (KindCountRow row : mapper.countStale()) {
      add(changes, row.kind(), new ResourceChanges(0, 0, 0, 0, row.total()));
    }
    mapper.clearTags(run);
    mapper.clearAbsences(run);
    mapper.clearResources(run);
    return new CommittedRevision(Revision.of(new RevisionRow(revision, now)), changes);
  }

  private static void add(
      Map<ResourceKind, ResourceChanges> changes, String kind, ResourceChanges more) {
    changes.merge(ResourceKind.ofColumn(kind), more, ResourceChanges::plus);
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the draft was committed or discarded");
    }
  }

  private void end() {
    open = false;
    owner.end();
    ended.accept(this);
  }

  /** Discards it, if it was not committed. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    end();
    // Often the reason to discard it; and an interrupted thread may not get a connection.
    boolean interrupted = Thread.interrupted();
    try {
      SyncRun.abandon(database, run, clock);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
