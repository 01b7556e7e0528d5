package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an operation on the state store fails. The message names the failed action and the
 * reason.
 */
public final class StateException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with the attempted operation, the reason and the next step. */
  public StateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
