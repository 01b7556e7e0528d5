package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.state.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * A failure to read something during a sync. The rest was committed.
 *
 * @param resource the resource; null if it concerns no single resource
 * @param message the attempted operation, the reason and the next step
 */
public record SyncFailure(@Nullable ResourceKey resource, String message) {
  static SyncFailure of(@Nullable ResourceKey resource, ProxmoxException failure) {
    return new SyncFailure(resource, messageOf(failure));
  }

  static String messageOf(ProxmoxException failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
