package io.github.proxmoxmpc.api.internal.task;

import io.github.proxmoxmpc.api.task.TaskStatus;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the status and the log of tasks. The client implements it over the API. Thread-safe.
 *
 * <p>Each method throws a {@link io.github.proxmoxmpc.api.error.ProxmoxException} if it fails; a
 * future fails with it.
 */
public interface TaskSource {
  /** Reads the status of a task: {@code GET /nodes/{node}/tasks/{upid}/status}. */
  TaskStatus status(Upid upid);

  /** Asynchronous variant of {@link #status}. */
  CompletableFuture<TaskStatus> statusAsync(Upid upid);

  /**
   * Reads a page of a task's log: {@code GET /nodes/{node}/tasks/{upid}/log}.
   *
   * @param start the number of lines to skip
   * @param limit the maximum number of lines
   */
  LogPage log(Upid upid, long start, int limit);

  /** Asynchronous variant of {@link #log}. */
  CompletableFuture<LogPage> logAsync(Upid upid, long start, int limit);

  /** Asks the server to stop a task: {@code DELETE /nodes/{node}/tasks/{upid}}. */
  void stop(Upid upid);

  /** Asynchronous variant of {@link #stop}. */
  CompletableFuture<Void> stopAsync(Upid upid);

  /** Returns the settings for polling. */
  Polling polling();
}
