package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.value.NodeName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which nodes do not answer, so that a sync does not wait for each of their guests in
 * turn. Thread-safe.
 */
final class NodeHealth {
  /** Failures without an answer between them after which a node is left alone. */
  private static final int PATIENCE = 3;

  private final Map<NodeName, Integer> failures = new ConcurrentHashMap<>();

  void answered(NodeName node) {
    failures.remove(node);
  }

  void failed(NodeName node) {
    failures.merge(node, 1, Integer::sum);
  }

  /** Why the node is not to be asked any more; null where it may be. */
  @Nullable String whySilent(NodeName node) {
    int count = failures.getOrDefault(node, 0);
    return count < PATIENCE
        ? null
        : "Not read: node " + node + " did not answer the last " + count + " calls";
  }
}
