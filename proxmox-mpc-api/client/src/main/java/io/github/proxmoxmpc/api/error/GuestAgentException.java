package io.github.proxmoxmpc.api.error;

/**
 * The guest agent in a VM responded with an error: it does not know the command, must not run it,
 * or failed to run it. The server itself responds with status 200.
 */
public final class GuestAgentException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final String errorClass;

  /**
   * Creates the exception from the call and the agent's error.
   *
   * @param answer the response, with the agent's message as its reason
   * @param errorClass the agent's name for the kind of error; empty if it gave none
   */
  public GuestAgentException(FailedCall call, ErrorResponse answer, String errorClass) {
    super(
        call,
        answer,
        "The guest agent in the VM rejected the command"
            + (errorClass.isEmpty() ? "" : " (" + errorClass + ")")
            + ": check the version of the agent, and the commands that it blocks.");
    this.errorClass = errorClass;
  }

  /** Returns the agent's name for the error, such as {@code CommandNotFound}; may be empty. */
  public String errorClass() {
    return errorClass;
  }
}
