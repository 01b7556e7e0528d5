package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.message.ApiRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The difference between two configurations of a guest. Immutable and thread-safe. */
public abstract sealed class ConfigChange permits VmConfigChange, ContainerConfigChange {
  private final RequestedChange change;

  ConfigChange(RequestedChange change) {
    this.change = change;
  }

  /** Returns whether the two configurations are equivalent, so that nothing has to be changed. */
  public final boolean isEmpty() {
    return change.isEmpty();
  }

  /** Returns the names of the options that the change sets. */
  public final Set<String> sets() {
    return change.values().keySet();
  }

  /** Returns the names of the options that the change deletes. */
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

  /** Returns the names of the options; never values, which may be secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[sets " + sets() + ", deletes " + deletes() + "]";
  }
}
