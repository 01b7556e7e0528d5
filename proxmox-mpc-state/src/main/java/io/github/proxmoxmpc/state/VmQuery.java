package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.VmState;

/** A question about virtual machines. Immutable and thread-safe. */
public final class VmQuery extends GuestQuery<VmState, VmQuery> {
  VmQuery(StateView view, Criteria criteria) {
    super(view, criteria);
  }

  @Override
  VmQuery copy(StateView view, Criteria criteria) {
    return new VmQuery(view, criteria);
  }

  @Override
  VmState guest(String id, String content) {
    return Documents.vm(id, content);
  }
}
