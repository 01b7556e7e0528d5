package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import org.jspecify.annotations.Nullable;

/** A guest: a virtual machine or a container. */
public sealed interface GuestState permits VmState, ContainerState {
  /** Its id, unique in the cluster. */
  VmId id();

  /** The node it lies on. */
  NodeName node();

  /** Its name; for a container the host name. Null where the server gave none. */
  @Nullable String name();

  /** Whether it ran when it was read. */
  GuestStatus status();

  /** Whether it is a template. */
  boolean template();

  /** The pool it is a member of. */
  @Nullable PoolId pool();

  /** Its whole configuration. */
  ConfigDocument config();
}
