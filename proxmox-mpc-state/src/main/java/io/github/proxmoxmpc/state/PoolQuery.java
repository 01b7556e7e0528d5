package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A query for resource pools. Immutable and thread-safe. */
public final class PoolQuery {
  private final StateView view;
  private final Predicate<PoolState> condition;

  PoolQuery(StateView view, Predicate<PoolState> condition) {
    this.view = view;
    this.condition = condition;
  }

  private PoolQuery where(Predicate<PoolState> more) {
    return new PoolQuery(view, condition.and(more));
  }

  /** Selects the pools nested in this pool at any depth, without the pool itself. */
  public PoolQuery under(PoolId parent) {
    return where(pool -> pool.id().value().startsWith(parent.value() + "/"));
  }

  /** Selects the pools nested in this pool at any depth, without the pool itself. */
  public PoolQuery under(String parent) {
    return under(PoolId.of(parent));
  }

  /** Returns the pools, sorted by id. */
  public List<PoolState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.POOL)).stream()
        .map(row -> ResourceCodec.pool(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** Returns the pool with this id, if it meets the conditions. */
  public Optional<PoolState> find(PoolId id) {
    return where(pool -> pool.id().equals(id)).list().stream().findFirst();
  }

  /** Counts the pools. */
  public long count() {
    return list().size();
  }
}
