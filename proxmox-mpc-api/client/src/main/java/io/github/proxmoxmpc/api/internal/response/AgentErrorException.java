package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.error.ErrorResponse;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.Map;

/**
 * What a guest agent says in the place of a result. The server hands it on with status 200 (PVE
 * 9.2: PVE::QemuServer::Agent::check_agent_error is not asked by the plain commands).
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

  /** Finds it in what the server sent as data. */
  public static void throwIfIn(JsonValue data) throws AgentErrorException {
    if (data instanceof JsonObject answer
        && answer.get("result") instanceof JsonObject result
        && result.get("error") instanceof JsonObject error
        && error.get("desc") instanceof JsonString description) {
      String errorClass = error.get("class") instanceof JsonString word ? word.value() : "";
      throw new AgentErrorException(errorClass, description.value());
    }
  }

  public String errorClass() {
    return errorClass;
  }

  /** What it says, in the form of the server's own refusals. */
  public ErrorResponse answer(Redaction redaction) {
    return new ErrorResponse(200, redaction.apply(description), Map.of());
  }
}
