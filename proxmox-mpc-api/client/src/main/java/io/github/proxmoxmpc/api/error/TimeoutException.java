package io.github.proxmoxmpc.api.error;

/** No answer in time. Give the call longer, or see why the server is slow. */
public final class TimeoutException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried, and whether the server may have received it. */
  public TimeoutException(FailedCall call, Reception reception, Throwable cause) {
    super(
        call,
        reception,
        reception == Reception.NEVER
            ? "no connection in time ("
                + cause.getMessage()
                + "). The server did not receive the call. Check the address and the firewall."
            : "no answer in time ("
                + cause.getMessage()
                + "). "
                + (call.method().equals("GET")
                    ? "Nothing was changed. Raise the read or call timeout of the client if the"
                        + " server needs longer."
                    : "It is not known whether the server acted on it: look at the state before"
                        + " repeating."),
        cause);
  }
}
