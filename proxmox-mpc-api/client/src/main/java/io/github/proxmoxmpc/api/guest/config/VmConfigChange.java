package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPostRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;

/** What makes one configuration of a VM another. Immutable and thread-safe. */
public final class VmConfigChange extends ConfigChange {
  VmConfigChange(RequestedChange change) {
    super(change);
  }

  /**
   * The request for {@code PUT /nodes/{node}/qemu/{vmid}/config}, which waits until it is done.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPutRequest put() {
    return into(QemuConfigPutRequest.builder()).build();
  }

  /**
   * The request for {@code POST /nodes/{node}/qemu/{vmid}/config}, which does it in a task: the
   * better one where volumes are to be made.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPostRequest post() {
    return into(QemuConfigPostRequest.builder()).build();
  }
}
