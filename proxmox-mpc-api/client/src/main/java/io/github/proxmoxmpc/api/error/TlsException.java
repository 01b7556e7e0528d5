package io.github.proxmoxmpc.api.error;

/**
 * The server did not prove who it is, so nothing was sent to it. Whoever runs the client must
 * decide what to trust.
 */
public final class TlsException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the certificate and what to do. */
  public TlsException(FailedCall call, String why, Throwable cause) {
    super(call, Reception.NEVER, why, cause);
  }
}
