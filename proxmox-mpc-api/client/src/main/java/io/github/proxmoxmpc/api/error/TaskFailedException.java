package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;

/** A task failed. Its exit status and the end of its log give the reason. */
public final class TaskFailedException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String upid;
  private final String exitStatus;
  private final List<String> logEnd;

  /**
   * Creates the exception for a task.
   *
   * @param exitStatus the exit status, as the server reports it
   * @param logEnd the last lines of the task's log; empty if they could not be read
   */
  public TaskFailedException(Upid upid, String exitStatus, List<String> logEnd) {
    super(message(upid, exitStatus, logEnd), null);
    this.upid = upid.value();
    this.exitStatus = exitStatus;
    this.logEnd = List.copyOf(logEnd);
  }

  private static String message(Upid upid, String exitStatus, List<String> logEnd) {
    StringBuilder message = new StringBuilder("Task ").append(upid.type());
    if (!upid.id().isEmpty()) {
      message.append(" of ").append(upid.id());
    }
    message.append(" on ").append(upid.node()).append(" failed: ").append(exitStatus);
    message.append(" (").append(upid).append(").");
    if (!logEnd.isEmpty()) {
      message.append(" Its log ends:");
      logEnd.forEach(line -> message.append("\n  ").append(line));
    }
    return message.toString();
  }

  /** Returns the id of the task. */
  public Upid upid() {
    return Upid.of(upid);
  }

  /** Returns the exit status, such as {@code VM 300 already running}. */
  public String exitStatus() {
    return exitStatus;
  }

  /** Returns the last lines of the task's log; empty if they could not be read. */
  public List<String> logEnd() {
    return logEnd;
  }
}
