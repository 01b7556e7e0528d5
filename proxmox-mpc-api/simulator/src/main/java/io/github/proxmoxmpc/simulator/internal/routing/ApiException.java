package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.Map;

/** An operation is refused; the message has the server's words. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** An answer of that status with that message. */
  public ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What Perl's die becomes: a 500. */
  public static ApiException failure(String message) {
    return new ApiException(500, message);
  }

  /** A privilege is missing. */
  public static ApiException forbidden(String what) {
    return new ApiException(
        403, "Permission check failed" + (what.isEmpty() ? "" : " (" + what + ")"));
  }

  /** A parameter that is well-formed but does not fit the state. */
  public static RuntimeException parameter(String name, String complaint) {
    return new io.github.proxmoxmpc.simulator.internal.schema.ParameterException(
        Map.of(name, complaint));
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
