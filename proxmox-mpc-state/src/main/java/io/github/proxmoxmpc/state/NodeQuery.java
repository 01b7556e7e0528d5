package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.state.infrastructure.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A question about the nodes of the cluster. Immutable and thread-safe. */
public final class NodeQuery {
  private final StateView view;
  private final Predicate<Node> condition;

  NodeQuery(StateView view, Predicate<Node> condition) {
    this.view = view;
    this.condition = condition;
  }

  /** Nodes that were in the cluster when it was read. */
  public NodeQuery online() {
    return new NodeQuery(view, condition.and(Node::online));
  }

  /** Nodes that were not. */
  public NodeQuery offline() {
    return new NodeQuery(view, condition.and(node -> !node.online()));
  }

  /** The nodes, by name. */
  public List<Node> list() {
    return view.rows(Criteria.of(ResourceKind.NODE)).stream()
        .map(row -> Documents.node(row.id(), row.content()))
        .filter(condition)
        .toList();
  }

  /** The node of this name, if the conditions hold for it. */
  public Optional<Node> find(NodeName name) {
    return new NodeQuery(view, condition.and(node -> node.name().equals(name)))
        .list().stream().findFirst();
  }

  /** How many they are. */
  public long count() {
    return list().size();
  }
}
