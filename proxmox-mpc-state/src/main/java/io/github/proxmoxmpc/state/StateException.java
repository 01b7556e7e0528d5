package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import org.jspecify.annotations.Nullable;

/**
 * The state store could not do what it was asked to: the message says what, and what to do next.
 */
public final class StateException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried, on what, why it failed, and what to do next. */
  public StateException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
