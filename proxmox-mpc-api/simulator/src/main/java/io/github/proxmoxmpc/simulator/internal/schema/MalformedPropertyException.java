package io.github.proxmoxmpc.simulator.internal.schema;

/** A property string has not the shape of its format; the message has the server's words. */
public final class MalformedPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedPropertyException(String message) {
    super(message);
  }
}
