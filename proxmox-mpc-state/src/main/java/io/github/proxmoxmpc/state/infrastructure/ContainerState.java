package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import org.jspecify.annotations.Nullable;

/**
 * A container (LXC).
 *
 * @param id its id, unique in the cluster
 * @param node the node it lies on
 * @param name its host name; null where it has none
 * @param status whether it ran when it was read
 * @param template whether it is a template
 * @param pool the pool it is a member of
 * @param config its whole configuration
 */
public record ContainerState(
    VmId id,
    NodeName node,
    @Nullable String name,
    GuestStatus status,
    boolean template,
    @Nullable PoolId pool,
    ConfigDocument config)
    implements GuestState {}
