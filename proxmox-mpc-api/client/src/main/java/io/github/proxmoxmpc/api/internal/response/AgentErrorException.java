package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.ErrorResponse;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.Map;

/**
 * The error of a guest agent in place of a result. The server passes it on with status 200 (PVE
 * 9.2: the plain commands do not call PVE::QemuServer::Agent::check_agent_error).
 */
public final class AgentErrorException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String errorClass;
  private final String description;

  private AgentErrorException(String errorClass, String description) {
    super(description);
    this.errorClass = errorClass;
    this.description = description;
  }

  /** Throws the error that the data of a response holds, if any. */
  public static void throwIfIn(JsonValue data) throws AgentErrorException {
    if (data instanceof JsonObject response
        && response.get("result") instanceof JsonObject result
        && result.get("error") instanceof JsonObject error
        && error.get("desc") instanceof JsonString description) {
      String errorClass = error.get("class") instanceof JsonString word ? word.value() : "";
      throw new AgentErrorException(errorClass, description.value());
    }
  }

  /** Returns the class of the error, such as {@code CommandDisabled}; may be empty. */
  public String errorClass() {
    return errorClass;
  }

  /** Returns the error in the form of the server's own errors. */
  public ErrorResponse answer(Redaction redaction) {
    return new ErrorResponse(200, redaction.apply(description), Map.of());
  }
}
