package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.Map;

/** An operation is refused; the message has the server's words. */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** An answer of that status with that message. */
  public RefusalException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What Perl's die becomes: a 500. */
  public static RefusalException failure(String message) {
    return new RefusalException(500, message);
  }

  /** A privilege is missing. */
  public static RefusalException forbidden(String what) {
    return new RefusalException(
        403, "Permission check failed" + (what.isEmpty() ? "" : " (" + what + ")"));
  }

  /** A parameter that is well-formed but does not fit the state. */
  public static RuntimeException parameter(String name, String complaint) {
    return new io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException(
        Map.of(name, complaint));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
