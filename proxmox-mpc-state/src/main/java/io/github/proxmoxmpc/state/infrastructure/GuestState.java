package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import org.jspecify.annotations.Nullable;

/** A guest: a virtual machine or a container. */
public sealed interface GuestState permits VmState, ContainerState {
  /** Returns its id, which is unique in the cluster. */
  VmId vmid();

  /** Returns its node. */
  NodeName node();

  /** Returns its name (for a container: host name); null if it has none. */
  @Nullable String name();

  /** Returns its power state at the sync. */
  PowerState powerState();

  /** Returns whether it is a template. */
  boolean template();

  /** Returns its pool; null if it is in none. */
  @Nullable PoolId pool();

  /** Returns its whole configuration. */
  ConfigDocument config();
}
