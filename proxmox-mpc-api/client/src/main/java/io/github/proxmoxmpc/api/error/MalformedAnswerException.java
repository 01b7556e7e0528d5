package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * The server answered something that is not of the form its schema declares: the field is named.
 * {@code raw()} of the result still holds what came.
 */
public final class MalformedAnswerException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Names the field, what was expected, and what came. */
  public MalformedAnswerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
