package io.github.proxmoxmpc.api.internal.task;

import io.github.proxmoxmpc.api.task.TaskStatus;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.concurrent.CompletableFuture;

/**
 * Where a task's news come from. The client implements it over the API; it is thread-safe.
 *
 * <p>Each method throws a {@link io.github.proxmoxmpc.api.error.ProxmoxException} if it fails; a
 * future fails with it.
 */
public interface TaskSource {
  /** How the task stands: {@code GET /nodes/{node}/tasks/{upid}/status}. */
  TaskStatus status(Upid upid);

  /** How the task stands, without a thread that waits. */
  CompletableFuture<TaskStatus> statusAsync(Upid upid);

  /**
   * A page of the task's log: {@code GET /nodes/{node}/tasks/{upid}/log}.
   *
   * @param start the number of lines to leave out
   * @param limit at most so many lines
   */
  LogPage log(Upid upid, long start, int limit);

  /** A page of the task's log, without a thread that waits. */
  CompletableFuture<LogPage> logAsync(Upid upid, long start, int limit);

  /** Asks the server to end the task: {@code DELETE /nodes/{node}/tasks/{upid}}. */
  void stop(Upid upid);

  /** Asks the server to end the task, without a thread that waits. */
  CompletableFuture<Void> stopAsync(Upid upid);

  /** How to wait between two questions. */
  Polling polling();
}
