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
 * Collects the next revision: resources that exist, that are gone, and that could not be confirmed.
 * Other resources stay unchanged. The revision becomes visible as a whole with {@link #commit()}.
 *
 * <pre>{@code
 * try (RevisionDraft draft = store.draft()) {
 *   draft.put(vm).gone(ResourceKey.vm(VmId.of(101)));
 *   CommittedRevision committed = draft.commit();
 * }
 * }</pre>
 *
 * <p>Not thread-safe. Keeps at most 500 rows in memory and stages the rest in the database.
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

  /** Adds a node. */
  public RevisionDraft put(NodeState node) {
    return put(ResourceKey.node(node.name()), ResourceCodec.row(node));
  }

  /** Adds a guest. Together with {@link #stale}, updates the kept state of the guest. */
  public RevisionDraft put(GuestState guest) {
    ResourceKey key =
        guest instanceof VmState
            ? ResourceKey.vm(guest.vmid())
            : ResourceKey.container(guest.vmid());
    return put(key, ResourceCodec.row(guest));
  }

  /** Adds a storage. */
  public RevisionDraft put(StorageState storage) {
    return put(ResourceKey.storage(storage.id()), ResourceCodec.row(storage));
  }

  /** Adds a pool. */
  public RevisionDraft put(PoolState pool) {
    return put(ResourceKey.pool(pool.id()), ResourceCodec.row(pool));
  }

  /** Adds all resources of an infrastructure. Other resources stay unchanged. */
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
      throw new IllegalArgumentException("Cannot add " + key + ": it is already in this draft");
    }
    rows.add(row);
    flushIfFull();
    return this;
  }

  /** Marks a resource as deleted. Call it only if the server confirmed the deletion. */
  public RevisionDraft gone(ResourceKey key) {
    return absent(key, GONE);
  }

  /** Keeps a resource that could not be confirmed, and marks it as stale. */
  public RevisionDraft stale(ResourceKey key, StaleReason reason) {
    return absent(key, reason.name());
  }

  private RevisionDraft absent(ResourceKey key, String verdict) {
    requireOpen();
    if (!absent.add(key)) {
      throw new IllegalArgumentException(
          "Cannot mark " + key + ": it is already marked as gone or stale in this draft");
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
   * Commits the draft as the latest revision, in one transaction.
   *
   * @throws StateException if the database fails, or if another process took the draft for
   *     abandoned and discarded it; the latest revision then stays the same
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
          "Unable to commit the revision: its lease expired, and another process discarded it;"
              + " sync again",
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
      throw new IllegalStateException("The draft was already committed or discarded");
    }
  }

  private void end() {
    open = false;
    owner.end();
    ended.accept(this);
  }

  /** Discards the draft unless it was committed. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    end();
    // An interrupted thread may not get a connection, and an interrupt is a common reason to be
    // here.
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
