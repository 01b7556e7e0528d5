package io.github.proxmoxmpc.api.error;

import java.util.Map;

/**
 * The guest agent in a VM answered, and refused: it does not know the command, or is not allowed to
 * run it, or failed. The server itself answers with status 200.
 */
public final class GuestAgentException extends ApiException {
  private static final long serialVersionUID = 1L;
  private static final int OK = 200;

  private final String errorClass;

  /**
   * Says what was tried and what the agent said.
   *
   * @param errorClass the agent's name for the kind of error; empty where it gave none
   * @param description the agent's own words
   */
  public GuestAgentException(FailedCall call, String errorClass, String description) {
    super(
        call,
        new ErrorAnswer(OK, description, Map.of()),
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
