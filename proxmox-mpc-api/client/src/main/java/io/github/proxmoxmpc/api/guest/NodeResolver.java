package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.value.NodeName;
import java.util.concurrent.CompletableFuture;

/** Which node a guest is on: looked for each time, or known from a list. */
sealed interface NodeResolver permits Locator, NodeResolver.Listed {
  NodeName node();

  CompletableFuture<NodeName> nodeAsync();

  /** Where a list said that it is. */
  record Listed(NodeName node) implements NodeResolver {
    @Override
    public CompletableFuture<NodeName> nodeAsync() {
      return CompletableFuture.completedFuture(node);
    }
  }
}
