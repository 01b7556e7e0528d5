package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.Map;

/** Thrown if an operation is refused. The message has the server's words. */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** Creates a refusal with this status and message. */
  public RefusalException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Creates the 500 response to a Perl die. */
  public static RefusalException failure(String message) {
    return new RefusalException(500, message);
  }

  /** Creates the 403 response to a missing privilege. */
  public static RefusalException forbidden(String what) {
    return new RefusalException(
        403, "Permission check failed" + (what.isEmpty() ? "" : " (" + what + ")"));
  }

  /** Creates the response to a parameter that is well-formed but does not fit the state. */
  public static RuntimeException parameter(String name, String complaint) {
    return new io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException(
        Map.of(name, complaint));
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }
}
