package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A question about resource pools. Immutable and thread-safe. */
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

  /** Pools that lie in this one, at any depth; without it. */
  public PoolQuery under(PoolId parent) {
    return where(pool -> pool.id().value().startsWith(parent.value() + "/"));
  }

  /** Pools that lie in this one, at any depth; without it. */
  public PoolQuery under(String parent) {
    return under(PoolId.of(parent));
  }

  /** The pools, by id. */
  public List<PoolState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.POOL)).stream()
        .map(row -> ResourceCodec.pool(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** The pool of this id, if the conditions hold for it. */
  public Optional<PoolState> find(PoolId id) {
    return where(pool -> pool.id().equals(id)).list().stream().findFirst();
  }

  /** How many they are. */
  public long count() {
    return list().size();
  }
}
