package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPostRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;

/** The difference between two configurations of a VM. Immutable and thread-safe. */
public final class VmConfigChange extends ConfigChange {
  VmConfigChange(RequestedChange change) {
    super(change);
  }

  /**
   * Returns the request for {@code PUT /nodes/{node}/qemu/{vmid}/config}, which responds when the
   * change is complete.
   *
   * @throws IllegalStateException if the change is empty
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPutRequest put() {
    return into(QemuConfigPutRequest.builder()).build();
  }

  /**
   * Returns the request for {@code POST /nodes/{node}/qemu/{vmid}/config}, which makes the change
   * in a task. Prefer it if the change creates volumes, because that takes time.
   *
   * @throws IllegalStateException if the change is empty
   * @throws InvalidRequestException if a value breaks its rule
   */
  public QemuConfigPostRequest post() {
    return into(QemuConfigPostRequest.builder()).build();
  }
}
