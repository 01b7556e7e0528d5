package io.github.proxmoxmpc.api.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What kept a file from being sent, on this side of the connection. */
final class UploadFailure extends IOException {
  private static final long serialVersionUID = 1L;

  UploadFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
