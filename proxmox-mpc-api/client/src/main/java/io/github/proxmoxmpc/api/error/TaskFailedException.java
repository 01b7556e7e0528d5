package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;

/** A task ended, and not well. Its exit status and the end of its log say why. */
public final class TaskFailedException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String upid;
  private final String exitStatus;
  private final List<String> logEnd;

  /**
   * Says which task failed, and why.
   *
   * @param exitStatus the server's words
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

  /** The task. */
  public Upid upid() {
    return Upid.of(upid);
  }

  /** Why it failed, in the server's words, such as {@code VM 300 already running}. */
  public String exitStatus() {
    return exitStatus;
  }

  /** The last lines of its log; empty if they could not be read. */
  public List<String> logEnd() {
    return logEnd;
  }
}
