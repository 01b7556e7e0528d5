package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a guest.
 *
 * @param listed its entry in the list
 * @param guest the guest; null if it could not be read
 * @param stale why its earlier state is kept; null if it was read or is gone
 * @param failures the messages of failures, also of its agent and of its storages
 */
record GuestReadResult(
    GuestListEntry listed,
    @Nullable GuestState guest,
    @Nullable StaleReason stale,
    List<String> failures) {

  GuestReadResult {
    failures = List.copyOf(failures);
  }

  /** Returns the result for a guest that is gone. */
  static GuestReadResult gone(GuestListEntry listed) {
    return new GuestReadResult(listed, null, null, List.of());
  }

  /** Returns the result for an unreadable guest, whose earlier state is kept. */
  static GuestReadResult kept(GuestListEntry listed, StaleReason reason, String... failures) {
    return new GuestReadResult(listed, null, reason, List.of(failures));
  }

  /** Returns the result for a guest that was read. */
  static GuestReadResult read(GuestListEntry listed, GuestState guest, List<String> failures) {
    return new GuestReadResult(listed, guest, null, failures);
  }
}
