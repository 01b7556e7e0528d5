package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine (QEMU).
 *
 * @param vmid its id, unique in the cluster
 * @param node its node
 * @param name its name; null if it has none
 * @param powerState its power state at the sync
 * @param template whether it is a template
 * @param pool its pool; null if it is in none
 * @param agent the state of its guest agent
 * @param config its whole configuration
 * @param missingVolumes the volumes of its EFI disk, and of its disks without a file extension,
 *     that the storage does not have
 */
public record VmState(
    VmId vmid,
    NodeName node,
    @Nullable String name,
    PowerState powerState,
    boolean template,
    @Nullable PoolId pool,
    AgentState agent,
    ConfigDocument config,
    SortedSet<String> missingVolumes)
    implements GuestState {
  /** Copies the volumes. */
  public VmState {
    missingVolumes = Collections.unmodifiableSortedSet(new TreeSet<>(missingVolumes));
  }
}
