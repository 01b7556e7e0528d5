package io.github.proxmoxmpc.api.error;

/**
 * The guest agent in a VM answered, and refused: it does not know the command, or is not allowed to
 * run it, or failed. The server itself answers with status 200.
 */
public final class GuestAgentException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final String errorClass;

  /**
   * Says what was tried and what the agent said.
   *
   * @param answer the agent's own words in the place of the server's
   * @param errorClass the agent's name for the kind of error; empty where it gave none
   */
  public GuestAgentException(FailedCall call, ErrorResponse answer, String errorClass) {
    super(
        call,
        answer,
        "The guest agent in the VM refused it"
            + (errorClass.isEmpty() ? "" : " (" + errorClass + ")")
            + ": look at its version and at the commands that it blocks.");
    this.errorClass = errorClass;
  }

  /** The agent's name for the kind of error, such as {@code CommandNotFound}; perhaps empty. */
  public String errorClass() {
    return errorClass;
  }
}
