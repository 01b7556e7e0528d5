package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Map;

/** Thrown if parameters break the schema. */
public final class InvalidParametersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> errors;

  /**
   * Creates an exception.
   *
   * @param errors the server's error messages by parameter
   */
  public InvalidParametersException(Map<String, String> errors) {
    this("Parameter verification failed.", errors);
  }

  /** Creates an exception with another message than that of the parameter check. */
  public InvalidParametersException(String message, Map<String, String> errors) {
    super(message);
    this.errors = Map.copyOf(errors);
  }

  /** Returns the error messages by parameter. */
  public Map<String, String> errors() {
    return errors;
  }
}
