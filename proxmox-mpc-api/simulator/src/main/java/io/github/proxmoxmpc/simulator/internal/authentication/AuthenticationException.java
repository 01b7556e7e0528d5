package io.github.proxmoxmpc.simulator.internal.authentication;

/** Nobody, or not who they say; the message is the reason phrase of the 401. */
public final class AuthenticationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean delayed;

  private AuthenticationException(String message, boolean delayed) {
    super(message);
    this.delayed = delayed;
  }

  static AuthenticationException noTicket() {
    return new AuthenticationException("No ticket", false);
  }

  static AuthenticationException failed() {
    return new AuthenticationException("Authentication failed!", true);
  }

  static AuthenticationException forged() {
    return new AuthenticationException("Permission denied - invalid csrf token", true);
  }

  /** If the server lets whoever it was wait for it, about 3 s. */
  public boolean isDelayed() {
    return delayed;
  }
}
