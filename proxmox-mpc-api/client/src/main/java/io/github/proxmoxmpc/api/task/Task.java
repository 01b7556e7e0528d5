package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.identifier.Upid;

/** A task of the server. */
public final class Task {
  private final Upid upid;

  Task(Upid upid) {
    this.upid = upid;
  }

  /** Its name. */
  public Upid upid() {
    return upid;
  }
}
