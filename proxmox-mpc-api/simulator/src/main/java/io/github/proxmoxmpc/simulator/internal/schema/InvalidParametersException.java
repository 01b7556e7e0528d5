package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Map;

/** Parameters that the schema refuses. */
public final class InvalidParametersException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> errors;

  /**
   * Says what is wrong.
   *
   * @param errors by parameter, in the server's words
   */
  public InvalidParametersException(Map<String, String> errors) {
    super("Parameter verification failed.");
    this.errors = Map.copyOf(errors);
  }

  /** What is wrong, by parameter. */
  public Map<String, String> errors() {
    return errors;
  }
}
