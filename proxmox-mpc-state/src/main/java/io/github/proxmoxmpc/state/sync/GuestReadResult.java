package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a guest.
 *
 * @param listed its entry in the list
 * @param guest the guest; null if it could not be read
 * @param stale why its earlier state is kept; null if it was read or is gone
 * @param failure the message of a failure, also of its agent; null if there was none
 */
record GuestReadResult(
    GuestListEntry listed,
    @Nullable GuestState guest,
    @Nullable StaleReason stale,
    @Nullable String failure) {}
