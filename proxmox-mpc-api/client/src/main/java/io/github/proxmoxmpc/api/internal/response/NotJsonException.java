package io.github.proxmoxmpc.api.internal.response;

import java.io.IOException;

/** The body of a response is not JSON. */
public final class NotJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  public NotJsonException(IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
  }

  /** Creates the exception for a page of another server. */
  public NotJsonException(String mediaType) {
    super(mediaType + ", not JSON. Check the address");
  }
}
