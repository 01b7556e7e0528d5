package io.github.proxmoxmpc.api.internal;

import java.io.IOException;

/** The body of an answer is not JSON. */
final class NotJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  NotJsonException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** Makes it for a page of another server. */
  NotJsonException(String mediaType) {
    super(mediaType + ", not JSON. Check the address");
  }
}
