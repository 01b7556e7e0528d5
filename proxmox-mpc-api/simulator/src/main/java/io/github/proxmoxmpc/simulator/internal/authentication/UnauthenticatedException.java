package io.github.proxmoxmpc.simulator.internal.authentication;

/** Thrown if authentication fails. The message is the reason phrase of the 401 response. */
public final class UnauthenticatedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean delayed;

  private UnauthenticatedException(String message, boolean delayed) {
    super(message);
    this.delayed = delayed;
  }

  static UnauthenticatedException noTicket() {
    return new UnauthenticatedException("No ticket", false);
  }

  static UnauthenticatedException failed() {
    return new UnauthenticatedException("Authentication failed!", true);
  }

  static UnauthenticatedException forged() {
    return new UnauthenticatedException("Permission denied - invalid csrf token", true);
  }

  /** Returns whether the server delays the response, by about 3 s. */
  public boolean isDelayed() {
    return delayed;
  }
}
