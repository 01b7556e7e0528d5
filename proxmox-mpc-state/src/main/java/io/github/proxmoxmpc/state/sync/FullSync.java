package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.CommittedRevision;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.RevisionDraft;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.StateView;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Syncs a whole cluster. Used once. */
final class FullSync {
  private final ClusterReader cluster;
  private final SyncCalls calls;
  private final StateView before;
  private final RevisionDraft draft;
  private final SyncOptions options;
  private final SyncListener listener;
  private final List<SyncFailure> failures = new ArrayList<>();
  private final Set<ResourceKey> mentioned = new HashSet<>();

  FullSync(
      ClusterReader cluster,
      SyncCalls calls,
      StateView before,
      RevisionDraft draft,
      SyncOptions options,
      SyncListener listener) {
    this.cluster = cluster;
    this.calls = calls;
    this.before = before;
    this.draft = draft;
    this.options = options;
    this.listener = listener;
  }

  SyncReport run() {
    long start = System.nanoTime();
    SortedSet<ResourceKey> known = before.keys();
    progress(SyncPhase.LISTING, 0, 3);
    ClusterListing listing = ClusterListing.of(calls.one(cluster::resources));
    failures.addAll(listing.failures());
    progress(SyncPhase.LISTING, 1, 3);
    Optional<List<JsonObject>> storages = list(known, ResourceKind.STORAGE, cluster::storages);
    progress(SyncPhase.LISTING, 2, 3);
    Optional<List<JsonObject>> pools = list(known, ResourceKind.POOL, cluster::pools);

    putNodes(listing);
    storages.ifPresent(rows -> putStorages(rows, listing));
    pools.ifPresent(rows -> putPools(rows, listing));
    putGuests(known, listing);
    settleMissing(known, listing);

    progress(SyncPhase.COMMITTING, 0, 1);
    calls.endIfCancelled();
    CommittedRevision committed = draft.commit();
    progress(SyncPhase.COMMITTING, 1, 1);
    return new SyncReport(
        committed, failures, Duration.ofNanos(System.nanoTime() - start), cluster.calls());
  }

  private void progress(SyncPhase phase, int done, int total) {
    listener.progress(new SyncProgress(phase, done, total));
  }

  /** Reads a list. If that fails, keeps all resources of the kind and marks them as stale. */
  private Optional<List<JsonObject>> list(
      SortedSet<ResourceKey> known, ResourceKind kind, Callable<List<JsonObject>> call) {
    try {
      return Optional.of(calls.one(call));
    } catch (AuthenticationException | SyncCancelledException e) {
      throw e;
    } catch (ProxmoxException e) {
      failures.add(SyncFailure.of(null, e));
      known.stream()
          .filter(key -> key.kind() == kind)
          .forEach(key -> stale(key, StaleReason.UNREADABLE));
      return Optional.empty();
    }
  }

  private void putNodes(ClusterListing listing) {
    Map<NodeName, NodeState> earlier = new TreeMap<>();
    before.nodes().list().forEach(node -> earlier.put(node.name(), node));
    for (NodeState node : listing.nodes().values()) {
      NodeState known = earlier.getOrDefault(node.name(), node);
      // The row of an offline node has no sizes, so the earlier ones stay.
      put(
          new NodeState(
              node.name(),
              node.online(),
              node.cpus() == 0 ? known.cpus() : node.cpus(),
              node.memoryBytes() == 0 ? known.memoryBytes() : node.memoryBytes()));
    }
  }

  private void put(NodeState node) {
    mentioned.add(ResourceKey.node(node.name()));
    draft.put(node);
  }

  private void putStorages(List<JsonObject> rows, ClusterListing listing) {
    for (JsonObject row : rows) {
      String id = ApiValues.text(row, "storage");
      try {
        StorageId storage = StorageId.of(id == null ? "" : id);
        if (mentioned.add(ResourceKey.storage(storage))) {
          String type = ApiValues.text(row, "type");
          draft.put(
              new StorageState(
                  storage,
                  type == null ? "" : type,
                  ApiValues.storageConfig(row),
                  listing.availability(storage)));
        }
      } catch (IllegalArgumentException e) {
        failures.add(
            new SyncFailure(null, "Unable to read a row of GET /storage: " + e.getMessage()));
      }
    }
  }

  private record PoolReadResult(
      PoolId id,
      @Nullable String comment,
      List<StorageId> storages,
      @Nullable ProxmoxException failure) {}

  private void putPools(List<JsonObject> rows, ClusterListing listing) {
    Map<PoolId, @Nullable String> comments = new TreeMap<>();
    for (JsonObject row : rows) {
      String id = ApiValues.text(row, "poolid");
      try {
        comments.put(PoolId.of(id == null ? "" : id), ApiValues.text(row, "comment"));
      } catch (IllegalArgumentException e) {
        failures.add(
            new SyncFailure(null, "Unable to read a row of GET /pools: " + e.getMessage()));
      }
    }
    Map<PoolId, PoolState> earlier = new TreeMap<>();
    before.pools().list().forEach(pool -> earlier.put(pool.id(), pool));
    Map<PoolId, List<VmId>> members = listing.poolMembers();
    List<Callable<PoolReadResult>> reads = new ArrayList<>();
    comments.forEach((id, comment) -> reads.add(() -> readPool(id, comment)));
    int total = 3 + reads.size();
    int[] done = {3};
    progress(SyncPhase.LISTING, done[0], total);
    calls.each(
        reads,
        answer -> {
          PoolId id = answer.id();
          ResourceKey key = ResourceKey.pool(id);
          List<StorageId> storages = answer.storages();
          if (answer.failure() != null) {
            failures.add(SyncFailure.of(key, answer.failure()));
            PoolState known = earlier.get(id);
            storages = known == null ? List.of() : known.storages();
            stale(key, StaleReason.UNREADABLE);
          }
          mentioned.add(key);
          draft.put(
              new PoolState(id, answer.comment(), members.getOrDefault(id, List.of()), storages));
          progress(SyncPhase.LISTING, ++done[0], total);
        });
  }

  private PoolReadResult readPool(PoolId id, @Nullable String comment) {
    try {
      return new PoolReadResult(id, comment, cluster.storagesOf(id), null);
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      return new PoolReadResult(id, comment, List.of(), e);
    }
  }

  private void putGuests(SortedSet<ResourceKey> known, ClusterListing listing) {
    GuestReader guests = new GuestReader(cluster, listing, options.agentProbe());
    List<Callable<GuestReadResult>> reads = new ArrayList<>();
    for (GuestListEntry guest : listing.guests().values()) {
      reads.add(() -> guests.read(guest));
    }
    List<GuestReadResult> unread = new ArrayList<>();
    int[] done = {0};
    progress(SyncPhase.CONFIGURATIONS, 0, reads.size());
    calls.each(
        reads,
        answer -> {
          ResourceKey key = answer.listed().key();
          mentioned.add(key);
          answer.failures().forEach(failure -> failures.add(new SyncFailure(key, failure)));
          if (answer.guest() != null) {
            draft.put(answer.guest());
          } else {
            unread.add(answer);
          }
          progress(SyncPhase.CONFIGURATIONS, ++done[0], reads.size());
        });
    if (!unread.isEmpty()) {
      keep(unread, known);
    }
  }

  /** Keeps guests that could not be read: their earlier configuration with their listed status. */
  private void keep(List<GuestReadResult> unread, SortedSet<ResourceKey> known) {
    Map<ResourceKey, GuestState> earlier = new TreeMap<>();
    before
        .infrastructure()
        .guests()
        .forEach(
            guest ->
                earlier.put(
                    guest instanceof VmState
                        ? ResourceKey.vm(guest.vmid())
                        : ResourceKey.container(guest.vmid()),
                    guest));
    for (GuestReadResult answer : unread) {
      GuestListEntry listed = answer.listed();
      ResourceKey key = listed.key();
      GuestState guest = earlier.get(key);
      if (answer.stale() == null) {
        if (known.contains(key)) {
          draft.gone(key);
        }
      } else if (guest == null) {
        if (answer.failures().isEmpty()) {
          failures.add(
              new SyncFailure(
                  key,
                  "Unable to read "
                      + key
                      + ": its node "
                      + listed.node()
                      + " is offline, and no earlier sync has read it; sync again when the node is"
                      + " online"));
        }
      } else {
        draft.put(listed.withEarlier(guest));
        stale(key, answer.stale());
      }
    }
  }

  private void stale(ResourceKey key, StaleReason reason) {
    mentioned.add(key);
    draft.stale(key, reason);
  }

  private void settleMissing(SortedSet<ResourceKey> known, ClusterListing listing) {
    MissingResources missing = new MissingResources(cluster, before, listing);
    List<Callable<MissingResources.Verdict>> questions = new ArrayList<>();
    for (ResourceKey key : known) {
      if (!mentioned.contains(key)) {
        questions.add(() -> missing.settle(key));
      }
    }
    int[] done = {0};
    if (!questions.isEmpty()) {
      progress(SyncPhase.MISSING, 0, questions.size());
    }
    calls.each(
        questions,
        verdict -> {
          if (verdict.failure() != null) {
            failures.add(SyncFailure.of(verdict.key(), verdict.failure()));
          }
          if (verdict.stale() == null) {
            draft.gone(verdict.key());
          } else {
            stale(verdict.key(), verdict.stale());
          }
          progress(SyncPhase.MISSING, ++done[0], questions.size());
        });
  }
}
