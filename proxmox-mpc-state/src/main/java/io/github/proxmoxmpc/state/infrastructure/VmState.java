package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine (QEMU).
 *
 * @param id its id, unique in the cluster
 * @param node the node it lies on
 * @param name its name; null where it has none
 * @param status whether it ran when it was read
 * @param template whether it is a template
 * @param pool the pool it is a member of
 * @param agent what is known of its guest agent
 * @param config its whole configuration
 */
public record VmState(
    VmId id,
    NodeName node,
    @Nullable String name,
    GuestStatus status,
    boolean template,
    @Nullable PoolId pool,
    AgentState agent,
    ConfigDocument config)
    implements GuestState {}
