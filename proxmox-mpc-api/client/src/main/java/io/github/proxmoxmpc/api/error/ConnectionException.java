package io.github.proxmoxmpc.api.error;

import org.jspecify.annotations.Nullable;

/**
 * No response arrived: the server could not be reached, or the connection broke.
 *
 * <p>After a failed write, look at {@link #mayHaveBeenReceived()}: if it is false, the server has
 * not received the call; if it is true, check the state on the server before you repeat the call.
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

  /** Creates the exception for a call that was not sent because no connection could be made. */
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

  /** Creates the exception for a connection that broke after the call was sent. */
  public static ConnectionException lost(FailedCall call, Throwable cause) {
    String outcome =
        call.method().equals("GET")
            ? "The call only reads, so it is safe to repeat it."
            : "The server may have executed the call: check the state before you repeat it.";
    return new ConnectionException(
        call,
        Reception.UNKNOWN,
        "the connection broke before the response was complete ("
            + cause.getMessage()
            + "). "
            + outcome,
        cause);
  }

  /** Returns whether the server may have received the call, and executed it. */
  public final boolean mayHaveBeenReceived() {
    return mayHaveBeenReceived;
  }

  /** Returns the operation as the API viewer shows it, with its parameters in braces. */
  public final String operation() {
    return call.operation();
  }

  /** Returns the path of the call, such as {@code /nodes/pve1/qemu/100/config}. */
  public final String path() {
    return call.path();
  }

  /** Returns the address of the server, such as {@code https://pve1:8006}. */
  public final String endpoint() {
    return call.endpoint();
  }

  /** Whether the server may have received a call. */
  public enum Reception {
    /** The server has not received it. */
    NEVER,
    /** The server may have received it. */
    UNKNOWN
  }
}
