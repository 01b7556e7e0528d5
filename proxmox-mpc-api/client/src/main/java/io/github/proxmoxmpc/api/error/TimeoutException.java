package io.github.proxmoxmpc.api.error;

/** No response arrived in time. Raise the timeout, or find out why the server is slow. */
public final class TimeoutException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the call, and whether the server may have received it. */
  public TimeoutException(FailedCall call, Reception reception, Throwable cause) {
    super(
        call,
        reception,
        reception == Reception.NEVER
            ? "no connection was made in time ("
                + cause.getMessage()
                + "). The server did not receive the call. Check the address and the firewall."
            : "no response arrived in time ("
                + cause.getMessage()
                + "). "
                + (call.method().equals("GET")
                    ? "The call only reads, so it is safe to repeat it. Raise the read or call timeout"
                        + " of the client if the server needs longer."
                    : "The server may have executed the call: check the state before you repeat"
                        + " it."),
        cause);
  }
}
