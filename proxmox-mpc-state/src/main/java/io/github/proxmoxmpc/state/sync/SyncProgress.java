package io.github.proxmoxmpc.state.sync;

/**
 * How far a sync has come.
 *
 * @param phase what it is about
 * @param done how many steps of the phase are done
 * @param total how many there are, as far as it is known
 */
public record SyncProgress(SyncPhase phase, int done, int total) {}
