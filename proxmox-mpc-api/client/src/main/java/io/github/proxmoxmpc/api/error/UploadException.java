package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * A file could not be read while it was sent, was not as long as it was to be, or whoever heard how
 * far it had come wanted no more. The server throws away what it has received of it.
 */
public final class UploadException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried, and what is the matter with the file. */
  public UploadException(FailedCall call, Throwable failure, @Nullable Throwable cause) {
    super(
        call.unable()
            + ": "
            + failure.getMessage()
            + ". The server throws away what it received: send the file again when it is ready.",
        cause);
  }
}
