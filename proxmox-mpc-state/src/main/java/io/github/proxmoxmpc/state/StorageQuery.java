package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A question about storages. Immutable and thread-safe. */
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

  /** Storages of this type, such as {@code lvmthin}. */
  public StorageQuery type(String type) {
    return where(storage -> storage.type().equals(type));
  }

  /** Storages that were reachable on this node. */
  public StorageQuery on(NodeName node) {
    return where(storage -> storage.availableOn().contains(node));
  }

  /** Storages that were reachable on this node. */
  public StorageQuery on(String node) {
    return on(NodeName.of(node));
  }

  /** The storages, by id. */
  public List<StorageState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.STORAGE)).stream()
        .map(row -> ResourceCodec.storage(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** The storage of this id, if the conditions hold for it. */
  public Optional<StorageState> find(StorageId id) {
    return where(storage -> storage.id().equals(id)).list().stream().findFirst();
  }

  /** How many they are. */
  public long count() {
    return list().size();
  }
}
