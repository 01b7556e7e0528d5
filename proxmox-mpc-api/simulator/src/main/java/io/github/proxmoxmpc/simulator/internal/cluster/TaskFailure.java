package io.github.proxmoxmpc.simulator.internal.cluster;

/** Thrown to fail a task. The message becomes its exit status. */
public final class TaskFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates a failure with the server's message. */
  public TaskFailure(String message) {
    super(message);
  }
}
