package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.VmState;

/** A query for virtual machines. Immutable and thread-safe. */
public final class VmQuery extends GuestQuery<VmState, VmQuery> {
  VmQuery(StateView view, ResourceFilter filter) {
    super(view, filter);
  }

  @Override
  VmQuery copy(StateView view, ResourceFilter filter) {
    return new VmQuery(view, filter);
  }

  @Override
  VmState guest(String id, String content) {
    return ResourceCodec.vm(id, content);
  }
}
