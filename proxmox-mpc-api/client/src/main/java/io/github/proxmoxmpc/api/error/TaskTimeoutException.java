package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;

/** A task did not end in the time that the caller gave it. It goes on, on the server. */
public final class TaskTimeoutException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  private final String upid;

  /** Says which task was waited for, and how long. */
  public TaskTimeoutException(Upid upid, Duration limit) {
    super(
        "Task "
            + upid
            + " has not ended within "
            + limit
            + ". It goes on, on the server: wait for it again, or stop it.",
        null);
    this.upid = upid.value();
  }

  /** The task. */
  public Upid upid() {
    return Upid.of(upid);
  }
}
