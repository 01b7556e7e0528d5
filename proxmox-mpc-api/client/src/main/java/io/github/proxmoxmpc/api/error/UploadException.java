package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * An upload was broken off: the file could not be read, its length was not the announced one, or
 * the progress listener threw an exception. The server discards the part that it received.
 */
public final class UploadException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the call and the failure. */
  public UploadException(FailedCall call, Throwable failure, @Nullable Throwable cause) {
    super(
        call.unable()
            + ": "
            + failure.getMessage()
            + ". The server discards the part that it received: upload the file again.",
        cause);
  }
}
