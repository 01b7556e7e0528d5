package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfigPutRequest;

/** The difference between two configurations of a container. Immutable and thread-safe. */
public final class ContainerConfigChange extends ConfigChange {
  ContainerConfigChange(RequestedChange change) {
    super(change);
  }

  /**
   * Returns the request for {@code PUT /nodes/{node}/lxc/{vmid}/config}.
   *
   * @throws IllegalStateException if the change is empty
   * @throws InvalidRequestException if a value breaks its rule
   */
  public LxcConfigPutRequest put() {
    return into(LxcConfigPutRequest.builder()).build();
  }
}
