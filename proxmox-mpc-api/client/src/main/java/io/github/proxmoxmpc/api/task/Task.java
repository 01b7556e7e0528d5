package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A task: work that continues on the server after the call that started it has returned.
 *
 * <pre>{@code
 * Task start = pve.vm(100).start();
 * TaskOutcome outcome = start.await(Duration.ofMinutes(2));
 * outcome.warnings().forEach(System.out::println);
 * }</pre>
 *
 * <p>A task continues even if nobody awaits it; {@code client.task(upid)} returns a new handle of
 * it. Its status and its log need Sys.Audit on the node, unless the same user or token started the
 * task. Thread-safe.
 */
public interface Task {
  /** Returns the id of the task, unique in its cluster. */
  Upid upid();

  /** Reads the current status: {@code GET /nodes/{node}/tasks/{upid}/status}. */
  TaskStatus status();

  /** Asynchronous variant of {@link #status}. */
  CompletableFuture<TaskStatus> statusAsync();

  /** Reads the lines of the complete log so far: {@code GET /nodes/{node}/tasks/{upid}/log}. */
  List<String> log();

  /** Asynchronous variant of {@link #log}. */
  CompletableFuture<List<String>> logAsync();

  /**
   * Asks the server to stop the task, and does not wait for its end: {@code DELETE
   * /nodes/{node}/tasks/{upid}}. Has no effect on a task that has ended. Needs Sys.Modify on the
   * node, unless the same user or token started the task.
   */
  void stop();

  /** Asynchronous variant of {@link #stop}. */
  CompletableFuture<Void> stopAsync();

  /**
   * Waits until the task has ended, without a time limit.
   *
   * @return the successful outcome; "WARNINGS: n" is a success with warnings
   * @throws io.github.proxmoxmpc.api.error.TaskFailedException if it failed
   * @throws io.github.proxmoxmpc.api.error.WaitInterruptedException if the thread was interrupted;
   *     the task continues
   */
  TaskOutcome await();

  /**
   * Waits until the task has ended, or until the time limit is over, even if the server does not
   * respond. If the task has ended with warnings or failed, one or two more calls read its log; the
   * time limit does not apply to them.
   *
   * @return the successful outcome; "WARNINGS: n" is a success with warnings
   * @throws io.github.proxmoxmpc.api.error.TaskFailedException if it failed
   * @throws io.github.proxmoxmpc.api.error.TaskTimeoutException if the time limit is over first;
   *     the task continues
   * @throws io.github.proxmoxmpc.api.error.WaitInterruptedException if the thread was interrupted;
   *     the task continues
   */
  TaskOutcome await(Duration limit);

  /**
   * Asynchronous variant of {@link #await()}.
   *
   * @return a future of the outcome. It fails with the exceptions of {@link #await()}. Cancelling
   *     it ends the waiting; the task continues
   */
  CompletableFuture<TaskOutcome> awaitAsync();

  /**
   * Asynchronous variant of {@link #await(Duration)}.
   *
   * @return a future of the outcome. It fails with the exceptions of {@link #await(Duration)}.
   *     Cancelling it ends the waiting; the task continues
   */
  CompletableFuture<TaskOutcome> awaitAsync(Duration limit);
}
