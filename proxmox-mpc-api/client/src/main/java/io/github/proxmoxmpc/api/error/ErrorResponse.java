package io.github.proxmoxmpc.api.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error response of the server.
 *
 * @param status the HTTP status
 * @param reason the server's own message: from the body, or the reason phrase of the status line
 * @param errors the errors by parameter name; empty if the server named none
 */
public record ErrorResponse(int status, String reason, Map<String, String> errors)
    implements Serializable {
  /** Copies the errors, in their order. */
  public ErrorResponse {
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  /** Returns the reason, followed by the status and the errors in parentheses. */
  String inWords() {
    if (errors.isEmpty()) {
      return reason + " (status " + status + ")";
    }
    StringBuilder words = new StringBuilder(reason).append(" (status ").append(status).append("; ");
    String separator = "";
    for (Map.Entry<String, String> error : errors.entrySet()) {
      words.append(separator).append(error.getKey()).append(": ").append(error.getValue());
      separator = "; ";
    }
    return words.append(')').toString();
  }
}
