package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import org.jspecify.annotations.Nullable;

/**
 * A container (LXC).
 *
 * @param vmid its id, unique in the cluster
 * @param node its node
 * @param name its host name; null if it has none
 * @param powerState its power state at the sync
 * @param template whether it is a template
 * @param pool its pool; null if it is in none
 * @param config its whole configuration
 */
public record ContainerState(
    VmId vmid,
    NodeName node,
    @Nullable String name,
    PowerState powerState,
    boolean template,
    @Nullable PoolId pool,
    ConfigDocument config)
    implements GuestState {}
