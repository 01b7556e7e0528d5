package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A question about the nodes of the cluster. Immutable and thread-safe. */
public final class NodeQuery {
  private final StateView view;
  private final Predicate<NodeState> condition;

  NodeQuery(StateView view, Predicate<NodeState> condition) {
    this.view = view;
    this.condition = condition;
  }

  /** Nodes that were in the cluster when it was read. */
  public NodeQuery online() {
    return new NodeQuery(view, condition.and(NodeState::online));
  }

  /** Nodes that were not. */
  public NodeQuery offline() {
    return new NodeQuery(view, condition.and(node -> !node.online()));
  }

  /** The nodes, by name. */
  public List<NodeState> list() {
    return view.rows(ResourceFilter.of(ResourceKind.NODE)).stream()
        .map(row -> ResourceCodec.node(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** The node of this name, if the conditions hold for it. */
  public Optional<NodeState> find(NodeName name) {
    return new NodeQuery(view, condition.and(node -> node.name().equals(name)))
        .list().stream().findFirst();
  }

  /** How many they are. */
  public long count() {
    return list().size();
  }
}
