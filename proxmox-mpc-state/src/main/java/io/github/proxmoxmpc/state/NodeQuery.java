package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A query for nodes. Immutable and thread-safe. */
public final class NodeQuery {
  private final StateView view;
  private final Predicate<NodeState> condition;

  NodeQuery(StateView view, Predicate<NodeState> condition) {
    this.view = view;
    this.condition = condition;
  }

  /** Selects nodes that were online at the sync. */
  public NodeQuery online() {
    return new NodeQuery(view, condition.and(NodeState::online));
  }

  /** Selects nodes that were offline at the sync. */
  public NodeQuery offline() {
    return new NodeQuery(view, condition.and(node -> !node.online()));
  }

  /** Returns the nodes, sorted by name. */
  public List<NodeState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.NODE)).stream()
        .map(row -> ResourceCodec.node(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** Returns the node with this name, if it meets the conditions. */
  public Optional<NodeState> find(NodeName name) {
    return new NodeQuery(view, condition.and(node -> node.name().equals(name)))
        .list().stream().findFirst();
  }

  /** Counts the nodes. */
  public long count() {
    return list().size();
  }
}
