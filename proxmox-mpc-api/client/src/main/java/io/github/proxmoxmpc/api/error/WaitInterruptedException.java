package io.github.proxmoxmpc.api.error;

/**
 * The thread was interrupted while it waited for the server. Its interrupt flag is set again. An
 * operation that the server has already begun continues.
 */
public final class WaitInterruptedException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the first parameter names the call or the task. */
  public WaitInterruptedException(String waitedFor, Throwable cause) {
    super(
        "Interrupted while waiting for "
            + waitedFor
            + ". An operation that the server has already begun continues.",
        cause);
  }
}
