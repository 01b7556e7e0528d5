package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.message.ApiRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one configuration of a guest another. Immutable and thread-safe. */
public abstract sealed class ConfigChange permits VmConfigChange, ContainerConfigChange {
  private final RequestedChange change;

  ConfigChange(RequestedChange change) {
    this.change = change;
  }

  /** Whether there is nothing to do. */
  public final boolean isEmpty() {
    return change.isEmpty();
  }

  /** The options that are set. */
  public final Set<String> sets() {
    return change.values().keySet();
  }

  /** The options that are deleted. */
  public final List<String> deletes() {
    return change.deletions();
  }

  final <B extends ApiRequest.Builder<B>> B into(B request) {
    return change.into(request);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((ConfigChange) other).change.equals(change);
  }

  @Override
  public final int hashCode() {
    return change.hashCode();
  }

  /** The names of the options; never values. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[sets " + sets() + ", deletes " + deletes() + "]";
  }
}
