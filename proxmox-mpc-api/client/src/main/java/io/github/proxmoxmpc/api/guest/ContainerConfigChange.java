package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfigPutRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one configuration of a container another. Immutable and thread-safe. */
public final class ContainerConfigChange {
  private final RequestedChange change;

  ContainerConfigChange(RequestedChange change) {
    this.change = change;
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return change.isEmpty();
  }

  /** The options that are set. */
  public Set<String> sets() {
    return change.values().keySet();
  }

  /** The options that are deleted. */
  public List<String> deletes() {
    return change.deletions();
  }

  /**
   * The request for {@code PUT /nodes/{node}/lxc/{vmid}/config}.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public LxcConfigPutRequest put() {
    return change.into(LxcConfigPutRequest.builder()).build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContainerConfigChange that && that.change.equals(change);
  }

  @Override
  public int hashCode() {
    return change.hashCode();
  }

  /** The names of the options; never values. */
  @Override
  public String toString() {
    return change.describe("ContainerConfigChange");
  }
}
