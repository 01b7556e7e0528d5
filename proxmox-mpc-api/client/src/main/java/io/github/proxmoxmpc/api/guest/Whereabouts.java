package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.identifier.NodeName;
import java.util.concurrent.CompletableFuture;

/** Which node a guest is on: looked for each time, or known from a list. */
sealed interface Whereabouts permits Locator, Whereabouts.Listed {
  NodeName node();

  CompletableFuture<NodeName> nodeAsync();

  /** Where a list said that it is. */
  record Listed(NodeName node) implements Whereabouts {
    @Override
    public CompletableFuture<NodeName> nodeAsync() {
      return CompletableFuture.completedFuture(node);
    }
  }
}
