package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.ContainerState;

/** A question about containers. Immutable and thread-safe. */
public final class ContainerQuery extends GuestQuery<ContainerState, ContainerQuery> {
  ContainerQuery(StateView view, Criteria criteria) {
    super(view, criteria);
  }

  @Override
  ContainerQuery copy(StateView view, Criteria criteria) {
    return new ContainerQuery(view, criteria);
  }

  @Override
  ContainerState guest(String id, String content) {
    return Documents.container(id, content);
  }
}
