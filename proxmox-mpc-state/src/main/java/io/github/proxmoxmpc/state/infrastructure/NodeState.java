package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;

/**
 * A node of the cluster.
 *
 * @param name its name
 * @param online whether it was online at the sync
 * @param cpus the number of its logical processors; 0 if unknown
 * @param memoryBytes its memory in bytes; 0 if unknown
 */
public record NodeState(NodeName name, boolean online, int cpus, long memoryBytes) {}
