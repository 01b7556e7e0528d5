package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A piece of work that goes on, on the server, after the call that began it was answered.
 *
 * <pre>{@code
 * Task start = pve.vm(100).start();
 * TaskOutcome outcome = start.await(Duration.ofMinutes(2));
 * outcome.warnings().forEach(System.out::println);
 * }</pre>
 *
 * <p>A task that is not awaited is not lost: it goes on, and {@code client.task(upid)} finds it
 * again. Thread-safe. Needs Sys.Audit on the node, unless it was begun by the same user or token.
 */
public interface Task {
  /** Its name, unique in its cluster. */
  Upid upid();

  /** How it stands now: {@code GET /nodes/{node}/tasks/{upid}/status}. */
  TaskStatus status();

  /** How it stands now, without a thread that waits. */
  CompletableFuture<TaskStatus> statusAsync();

  /** Its whole log so far, line by line: {@code GET /nodes/{node}/tasks/{upid}/log}. */
  List<String> log();

  /** Its whole log so far, line by line, without a thread that waits. */
  CompletableFuture<List<String>> logAsync();

  /**
   * Asks the server to end it, and does not wait until it has ended: {@code DELETE
   * /nodes/{node}/tasks/{upid}}. A task that has ended is left as it is. Needs Sys.Modify on the
   * node, unless it was begun by the same user or token.
   */
  void stop();

  /** Asks the server to end it, as {@link #stop} does, without a thread that waits. */
  CompletableFuture<Void> stopAsync();

  /**
   * Waits until it has ended, for as long as it takes.
   *
   * @return how it ended; "WARNINGS: n" is a success that carries its warnings
   * @throws io.github.proxmoxmpc.api.error.TaskFailedException if it failed
   * @throws io.github.proxmoxmpc.api.error.WaitInterruptedException if the thread was interrupted;
   *     the task goes on
   */
  TaskOutcome await();

  /**
   * Waits until it has ended, but not longer than that, whether the server answers or not. Once it
   * has ended in time, what its log says is read, which takes a call or two more.
   *
   * @return how it ended; "WARNINGS: n" is a success that carries its warnings
   * @throws io.github.proxmoxmpc.api.error.TaskFailedException if it failed
   * @throws io.github.proxmoxmpc.api.error.TaskTimeoutException if it is not known to have ended;
   *     it goes on
   * @throws io.github.proxmoxmpc.api.error.WaitInterruptedException if the thread was interrupted;
   *     the task goes on
   */
  TaskOutcome await(Duration limit);

  /**
   * Waits until it has ended as {@link #await()} does, without a thread that waits.
   *
   * @return how it ended; fails as {@link #await()} throws. Cancelling it ends the waiting; the
   *     task goes on
   */
  CompletableFuture<TaskOutcome> awaitAsync();

  /**
   * Waits until it has ended as {@link #await(Duration)} does, without a thread that waits.
   *
   * @return how it ended; fails as {@link #await(Duration)} throws. Cancelling it ends the waiting;
   *     the task goes on
   */
  CompletableFuture<TaskOutcome> awaitAsync(Duration limit);
}
