package io.github.proxmoxmpc.simulator.internal.cluster;

/** A task fails; the message becomes its exit status. */
public final class TaskFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Fails with the server's words. */
  public TaskFailure(String message) {
    super(message);
  }
}
