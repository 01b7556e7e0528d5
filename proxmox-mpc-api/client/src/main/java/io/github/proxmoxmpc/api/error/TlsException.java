package io.github.proxmoxmpc.api.error;

/**
 * The client does not trust the certificate of the server, so nothing was sent. Check whether this
 * is the right server, then configure its certificate or fingerprint.
 */
public final class TlsException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. The reason names the fault of the certificate and the next step. */
  public TlsException(FailedCall call, String why, Throwable cause) {
    super(call, Reception.NEVER, why, cause);
  }
}
