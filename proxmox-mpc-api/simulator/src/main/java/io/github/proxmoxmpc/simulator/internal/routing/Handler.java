package io.github.proxmoxmpc.simulator.internal.routing;

import org.jspecify.annotations.Nullable;

/** Implements an operation. */
@FunctionalInterface
public interface Handler {
  /**
   * Handles a call whose caller and parameters have been checked, while the cluster's lock is held.
   *
   * @return the {@code data} of the response: a map, a list, text, a number, null, or a {@link
   *     Page}
   * @throws RefusalException if the operation fails
   */
  @Nullable Object handle(RoutedCall call);
}
