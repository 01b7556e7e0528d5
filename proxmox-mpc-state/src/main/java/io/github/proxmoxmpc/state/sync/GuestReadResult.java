package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import org.jspecify.annotations.Nullable;

/**
 * What reading a guest came to: the guest, or why there is none; perhaps with a failed probe.
 *
 * @param listed the guest as the list has it
 * @param guest the guest; null where it could not be read
 * @param stale why what was known of it is kept; null where it is gone, or was read
 * @param failure what went wrong, in words; null where nothing did
 */
record GuestReadResult(
    GuestListEntry listed,
    @Nullable GuestState guest,
    @Nullable StaleReason stale,
    @Nullable String failure) {}
