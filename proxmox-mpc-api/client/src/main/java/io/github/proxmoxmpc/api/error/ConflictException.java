package io.github.proxmoxmpc.api.error;

/**
 * The state of the thing contradicts the call: changed meanwhile (digest), locked, taken, running,
 * not empty. Read it again, decide again, call again.
 */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what the server said. */
  public ConflictException(FailedCall call, ErrorResponse answer) {
    super(
        call,
        answer,
        "Read the present state, decide again, and repeat the call if it still holds.");
  }
}
