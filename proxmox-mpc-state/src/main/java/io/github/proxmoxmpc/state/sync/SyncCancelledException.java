package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import org.jspecify.annotations.Nullable;

/** Thrown if a sync was cancelled or its thread was interrupted. The store stays unchanged. */
public final class SyncCancelledException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  SyncCancelledException(String why, @Nullable Throwable cause) {
    super("The sync was " + why + "; the state store is unchanged", cause);
  }
}
