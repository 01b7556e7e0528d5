package io.github.proxmoxmpc.api.error;

/**
 * The thread was interrupted while it waited for the server. Its interrupt flag is set again; what
 * was begun on the server goes on.
 */
public final class WaitInterruptedException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /** Says what was waited for. */
  public WaitInterruptedException(String waitedFor, Throwable cause) {
    super("Interrupted while waiting for " + waitedFor + ". What was begun there goes on.", cause);
  }
}
