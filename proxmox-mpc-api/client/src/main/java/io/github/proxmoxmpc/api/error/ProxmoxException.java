package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/** The base type of all exceptions of the client. Each subtype documents who has to act. */
public class ProxmoxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception. The message names the action, its object, the cause and the next step.
   */
  public ProxmoxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
