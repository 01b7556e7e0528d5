package io.github.proxmoxmpc.api.error;

/**
 * Status 400: the server rejects one or more parameters. Correct the request: {@link #errors()} has
 * an entry for each rejected parameter.
 */
public final class ParameterException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the call and the server's response. */
  public ParameterException(FailedCall call, ErrorResponse answer) {
    super(
        call,
        answer,
        answer.errors().isEmpty()
            ? "Correct the request."
            : "Correct: " + String.join(", ", answer.errors().keySet()) + ".");
  }
}
