package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;

/**
 * A node of the cluster.
 *
 * @param name its name
 * @param online whether it was in the cluster when it was read
 * @param cpus its logical processors; 0 where unknown
 * @param memoryBytes its memory in bytes; 0 where unknown
 */
public record NodeState(NodeName name, boolean online, int cpus, long memoryBytes) {}
