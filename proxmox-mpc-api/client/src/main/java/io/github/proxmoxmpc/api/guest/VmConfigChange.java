package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPostRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes one configuration of a VM another. Immutable and thread-safe. */
public final class VmConfigChange {
  private final RequestedChange change;

  VmConfigChange(RequestedChange change) {
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
   * The request for {@code PUT /nodes/{node}/qemu/{vmid}/config}, which waits until it is done.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPutRequest put() {
    return change.into(QemuConfigPutRequest.builder()).build();
  }

  /**
   * The request for {@code POST /nodes/{node}/qemu/{vmid}/config}, which does it in a task: the
   * better one where volumes are to be made.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPostRequest post() {
    return change.into(QemuConfigPostRequest.builder()).build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VmConfigChange that && that.change.equals(change);
  }

  @Override
  public int hashCode() {
    return change.hashCode();
  }

  /** The names of the options; never values. */
  @Override
  public String toString() {
    return change.describe("VmConfigChange");
  }
}
