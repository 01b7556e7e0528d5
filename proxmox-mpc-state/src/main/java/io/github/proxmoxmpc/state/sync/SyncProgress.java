package io.github.proxmoxmpc.state.sync;

/**
 * The progress of a sync.
 *
 * @param phase the current phase
 * @param done the number of completed steps of the phase
 * @param total the number of steps of the phase, as far as known
 */
public record SyncProgress(SyncPhase phase, int done, int total) {}
