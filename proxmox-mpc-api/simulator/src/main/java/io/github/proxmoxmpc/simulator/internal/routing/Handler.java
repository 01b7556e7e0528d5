package io.github.proxmoxmpc.simulator.internal.routing;

import org.jspecify.annotations.Nullable;

/** Does what an operation is for. */
@FunctionalInterface
public interface Handler {
  /**
   * Responses a call whose caller and parameters are checked. The cluster's lock is held.
   *
   * @return the {@code data} of the answer: a map, a list, text, a number, null; or a {@link Page}
   * @throws RefusalException if it cannot be done
   */
  @Nullable Object handle(RoutedCall call);
}
