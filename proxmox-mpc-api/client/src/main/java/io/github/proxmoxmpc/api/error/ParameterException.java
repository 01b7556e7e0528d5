package io.github.proxmoxmpc.api.error;

/**
 * Status 400: the server refuses one or more parameters. Whoever made the request must act; {@link
 * #errors()} names each parameter with its fault.
 */
public final class ParameterException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what the server said. */
  public ParameterException(FailedCall call, ErrorResponse answer) {
    super(
        call,
        answer,
        answer.errors().isEmpty()
            ? "Correct the request."
            : "Correct: " + String.join(", ", answer.errors().keySet()) + ".");
  }
}
