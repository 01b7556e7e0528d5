package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/** Whatever goes wrong in the client; the subtypes say who must act. */
public class ProxmoxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried, on what, why it failed, and what to do next. */
  public ProxmoxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
