package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;

/** A task did not end within the time limit of the caller. It continues on the server. */
public final class TaskTimeoutException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String upid;

  /** Creates the exception for a task and the time limit. */
  public TaskTimeoutException(Upid upid, Duration limit) {
    super(
        "Task "
            + upid
            + " has not ended within "
            + limit
            + ". It continues on the server: wait for it again, or stop it.",
        null);
    this.upid = upid.value();
  }

  /** Returns the id of the task. */
  public Upid upid() {
    return Upid.of(upid);
  }
}
