package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.ContainerState;

/** A query for containers. Immutable and thread-safe. */
public final class ContainerQuery extends GuestQuery<ContainerState, ContainerQuery> {
  ContainerQuery(StateView view, ResourceFilter filter) {
    super(view, filter);
  }

  @Override
  ContainerQuery copy(StateView view, ResourceFilter filter) {
    return new ContainerQuery(view, filter);
  }

  @Override
  ContainerState guest(String id, String content) {
    return ResourceCodec.container(id, content);
  }
}
