package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.state.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What could not be read in a sync; the rest was committed.
 *
 * @param resource what it is about; null where it is no single resource
 * @param message what was tried, why it failed, what to do next
 */
public record SyncFailure(@Nullable ResourceKey resource, String message) {
  static SyncFailure of(@Nullable ResourceKey resource, ProxmoxException failure) {
    return new SyncFailure(resource, words(failure));
  }

  static String words(ProxmoxException failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
