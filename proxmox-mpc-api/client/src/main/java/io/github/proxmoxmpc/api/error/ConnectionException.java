package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * No answer came: the server could not be reached, or the connection broke.
 *
 * <p>{@link #mayHaveBeenReceived()} tells whether a write must be looked after: if false, the
 * server surely never saw it.
 */
public sealed class ConnectionException extends ProxmoxException
    permits TimeoutException, TlsException {
  private static final long serialVersionUID = 1L;

  private final FailedCall call;
  private final boolean mayHaveBeenReceived;

  ConnectionException(FailedCall call, Reception reception, String why, @Nullable Throwable cause) {
    super(call.unable() + ": " + why, cause);
    this.call = call;
    this.mayHaveBeenReceived = reception == Reception.UNKNOWN;
  }

  /** No connection could be made, so the server never saw the call. */
  public static ConnectionException unreachable(FailedCall call, Throwable cause) {
    return new ConnectionException(
        call,
        Reception.NEVER,
        "no connection could be made ("
            + cause.getMessage()
            + "). The server did not receive the call. Check the address, the port (8006), and that"
            + " pveproxy runs.",
        cause);
  }

  /** Creates the exception for a call that the closed client did not send. */
  public static ConnectionException clientClosed(FailedCall call) {
    return new ConnectionException(
        call,
        Reception.NEVER,
        "the ProxmoxClient is closed, so the call was not sent. Create another client.",
        null);
  }

  /** The connection broke after the call was sent. */
  public static ConnectionException lost(FailedCall call, Throwable cause) {
    String outcome =
        call.method().equals("GET")
            ? "Nothing was changed; the call may be repeated."
            : "It is not known whether the server acted on it: look at the state before repeating.";
    return new ConnectionException(
        call,
        Reception.UNKNOWN,
        "the connection broke before the answer was complete ("
            + cause.getMessage()
            + "). "
            + outcome,
        cause);
  }

  /** Whether the server may have received the call, and acted on it. */
  public final boolean mayHaveBeenReceived() {
    return mayHaveBeenReceived;
  }

  /** The operation as the API viewer shows it, with its parameters in braces. */
  public final String operation() {
    return call.operation();
  }

  /** The path that was asked for, such as {@code /nodes/pve1/qemu/100/config}. */
  public final String path() {
    return call.path();
  }

  /** The server that was asked, such as {@code https://pve1:8006}. */
  public final String endpoint() {
    return call.endpoint();
  }

  /** Whether the server may have received a call. */
  public enum Reception {
    /** It surely did not. */
    NEVER,
    /** Nobody can tell. */
    UNKNOWN
  }
}
