package io.github.proxmoxmpc.api.error;

/**
 * The state of the object does not allow the call: it was changed in the meantime (digest), it is
 * locked, running or not empty, or its name or id is already in use. Read the state again, then
 * decide whether to repeat the call.
 */
public final class ConflictException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the call and the server's response. */
  public ConflictException(FailedCall call, ErrorResponse answer) {
    super(
        call, answer, "Read the current state, and repeat the call only if it still makes sense.");
  }
}
