package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A query for storages. Immutable and thread-safe. */
public final class StorageQuery {
  private final StateView view;
  private final Predicate<StorageState> condition;

  StorageQuery(StateView view, Predicate<StorageState> condition) {
    this.view = view;
    this.condition = condition;
  }

  private StorageQuery where(Predicate<StorageState> more) {
    return new StorageQuery(view, condition.and(more));
  }

  /** Selects storages of this type, such as {@code lvmthin}. */
  public StorageQuery type(String type) {
    return where(storage -> storage.type().equals(type));
  }

  /** Selects storages that were reachable on this node. */
  public StorageQuery on(NodeName node) {
    return where(storage -> storage.availableOn().contains(node));
  }

  /** Selects storages that were reachable on this node. */
  public StorageQuery on(String node) {
    return on(NodeName.of(node));
  }

  /** Returns the storages, sorted by id. */
  public List<StorageState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.STORAGE)).stream()
        .map(row -> ResourceCodec.storage(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** Returns the storage with this id, if it meets the conditions. */
  public Optional<StorageState> find(StorageId id) {
    return where(storage -> storage.id().equals(id)).list().stream().findFirst();
  }

  /** Counts the storages. */
  public long count() {
    return list().size();
  }
}
