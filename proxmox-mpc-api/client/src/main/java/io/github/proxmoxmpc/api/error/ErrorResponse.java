package io.github.proxmoxmpc.api.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the server said about an error.
 *
 * @param status the HTTP status
 * @param reason the server's own words: the message of the body or the reason phrase
 * @param errors faults by the name of the parameter; empty where the server named none
 */
public record ErrorResponse(int status, String reason, Map<String, String> errors)
    implements Serializable {
  /** Copies the faults, in their order. */
  public ErrorResponse {
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  /** The reason and, in brackets, the faults. */
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
