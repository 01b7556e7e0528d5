package io.github.proxmoxmpc.api.internal.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What kept a file from being sent, on this side of the connection. */
public final class UploadFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public UploadFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
