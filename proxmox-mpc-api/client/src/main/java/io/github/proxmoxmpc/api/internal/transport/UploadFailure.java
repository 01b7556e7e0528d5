package io.github.proxmoxmpc.api.internal.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file could not be sent because of a local failure. */
public final class UploadFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public UploadFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
