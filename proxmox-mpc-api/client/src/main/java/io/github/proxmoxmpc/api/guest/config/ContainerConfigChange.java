package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfigPutRequest;

/** What makes one configuration of a container another. Immutable and thread-safe. */
public final class ContainerConfigChange extends ConfigChange {
  ContainerConfigChange(RequestedChange change) {
    super(change);
  }

  /**
   * The request for {@code PUT /nodes/{node}/lxc/{vmid}/config}.
   *
   * @throws IllegalStateException if there is nothing to do
   * @throws InvalidRequestException if a value breaks its rule
   */
  public LxcConfigPutRequest put() {
    return into(LxcConfigPutRequest.builder()).build();
  }
}
