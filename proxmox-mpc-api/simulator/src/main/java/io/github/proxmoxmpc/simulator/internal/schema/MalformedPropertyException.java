package io.github.proxmoxmpc.simulator.internal.schema;

/** Thrown if a value breaks its type or format. The message has the server's words. */
public final class MalformedPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with the server's message. */
  public MalformedPropertyException(String message) {
    super(message);
  }
}
