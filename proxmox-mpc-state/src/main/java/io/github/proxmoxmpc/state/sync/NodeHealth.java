package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.value.NodeName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tracks nodes that do not answer, so that a sync does not wait for each of their guests.
 * Thread-safe.
 */
final class NodeHealth {
  /** The number of consecutive failures after which a sync skips a node. */
  private static final int MAX_FAILURES = 3;

  private final Map<NodeName, Integer> failures = new ConcurrentHashMap<>();

  void answered(NodeName node) {
    failures.remove(node);
  }

  void failed(NodeName node) {
    failures.merge(node, 1, Integer::sum);
  }

  /** Returns why the sync skips the node; null if it does not. */
  @Nullable String whySilent(NodeName node) {
    int count = failures.getOrDefault(node, 0);
    return count < MAX_FAILURES
        ? null
        : "Skipped: node " + node + " did not answer the last " + count + " calls";
  }
}
