package io.github.proxmoxmpc.api.internal.response;

import java.io.IOException;

/** The body of an answer is not JSON. */
public final class NotJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotJsonException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** Makes it for a page of another server. */
  public NotJsonException(String mediaType) {
    super(mediaType + ", not JSON. Check the address");
  }
}
