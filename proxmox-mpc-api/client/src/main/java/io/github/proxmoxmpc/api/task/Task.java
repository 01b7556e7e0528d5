package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TaskFailedException;
import io.github.proxmoxmpc.api.error.TaskTimeoutException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.internal.future.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
 * again. Thread-safe.
 */
public final class Task {
  private static final int LOG_PAGE = 500;
  private static final int LOG_END = 20;

  private final Upid upid;
  private final TaskSource source;

  private Task(Upid upid, TaskSource source) {
    this.upid = Objects.requireNonNull(upid, "upid");
    this.source = Objects.requireNonNull(source, "source");
  }

  /** The task of that name. */
  public static Task of(Upid upid, TaskSource source) {
    return new Task(upid, source);
  }

  /** Its name, unique in its cluster. */
  public Upid upid() {
    return upid;
  }

  /** How it stands now. */
  public TaskStatus status() {
    return source.status(upid);
  }

  /** How it stands now, without a thread that waits. */
  public CompletableFuture<TaskStatus> statusAsync() {
    return source.statusAsync(upid);
  }

  /** Its whole log so far, line by line. */
  public List<String> log() {
    List<String> lines = new ArrayList<>();
    List<String> page;
    do {
      page = source.log(upid, lines.size(), LOG_PAGE);
      lines.addAll(page);
    } while (page.size() >= LOG_PAGE);
    return List.copyOf(lines);
  }

  /** Its whole log so far, line by line, without a thread that waits. */
  public CompletableFuture<List<String>> logAsync() {
    Steps<List<String>> steps = new Steps<>();
    readLog(steps, new ArrayList<>());
    return steps.future();
  }

  private void readLog(Steps<List<String>> steps, List<String> lines) {
    steps.step(
        source.logAsync(upid, lines.size(), LOG_PAGE),
        page -> {
          lines.addAll(page);
          if (page.size() >= LOG_PAGE) {
            readLog(steps, lines);
          } else {
            steps.done(List.copyOf(lines));
          }
        });
  }

  /**
   * Asks the server to end it, and does not wait until it has ended: {@code DELETE
   * /nodes/{node}/tasks/{upid}}. A task that has ended is left as it is.
   */
  public void stop() {
    source.stop(upid);
  }

  /** Asks the server to end it, as {@link #stop} does, without a thread that waits. */
  public CompletableFuture<Void> stopAsync() {
    return source.stopAsync(upid);
  }

  /**
   * Waits until it has ended, for as long as it takes.
   *
   * @return how it ended; "WARNINGS: n" is a success that carries its warnings
   * @throws TaskFailedException if it failed
   * @throws WaitInterruptedException if the thread was interrupted; the task goes on
   */
  public TaskOutcome await() {
    return outcome(null);
  }

  /**
   * Waits until it has ended, but not longer than that.
   *
   * @return how it ended; "WARNINGS: n" is a success that carries its warnings
   * @throws TaskFailedException if it failed
   * @throws TaskTimeoutException if it still runs; it goes on
   * @throws WaitInterruptedException if the thread was interrupted; the task goes on
   */
  public TaskOutcome await(Duration limit) {
    return outcome(limit);
  }

  /**
   * Waits until it has ended as {@link #await()} does, without a thread that waits.
   *
   * @return how it ended; fails as {@link #await()} throws. Cancelling it ends the waiting; the
   *     task goes on
   */
  public CompletableFuture<TaskOutcome> awaitAsync() {
    return outcomeAsync(null);
  }

  /**
   * Waits until it has ended as {@link #await(Duration)} does, without a thread that waits.
   *
   * @return how it ended; fails as {@link #await(Duration)} throws. Cancelling it ends the waiting;
   *     the task goes on
   */
  public CompletableFuture<TaskOutcome> awaitAsync(Duration limit) {
    return outcomeAsync(limit);
  }

  private TaskOutcome outcome(@Nullable Duration limit) {
    TaskStatus status = ended(new Patience(upid, source.polling(), limit));
    if (!status.succeeded()) {
      throw failure(status);
    }
    return outcome(status, status.warned() ? log() : List.of());
  }

  private TaskStatus ended(Patience patience) {
    while (true) {
      Duration pause;
      try {
        TaskStatus status = source.status(upid);
        if (!status.running()) {
          return status;
        }
        pause = patience.stillRuns();
      } catch (ConnectionException | NodeUnreachableException e) {
        pause = patience.missed(e);
      }
      pause(pause);
    }
  }

  private void pause(Duration duration) {
    try {
      source.polling().pause().of(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("task " + upid, e);
    }
  }

  private CompletableFuture<TaskOutcome> outcomeAsync(@Nullable Duration limit) {
    Steps<TaskOutcome> steps = new Steps<>();
    watch(steps, new Patience(upid, source.polling(), limit));
    return steps.future();
  }

  private void watch(Steps<TaskOutcome> steps, Patience patience) {
    steps.step(
        source.statusAsync(upid),
        status -> {
          if (status.running()) {
            watchAfter(patience.stillRuns(), steps, patience);
          } else {
            end(steps, status);
          }
        },
        failure -> {
          if (failure instanceof ProxmoxException missed) {
            watchAfter(patience.missed(missed), steps, patience);
          } else {
            steps.failed(failure);
          }
        });
  }

  private void watchAfter(Duration pause, Steps<TaskOutcome> steps, Patience patience) {
    steps.step(source.polling().pause().begin(pause), over -> watch(steps, patience));
  }

  private void end(Steps<TaskOutcome> steps, TaskStatus status) {
    if (!status.succeeded()) {
      steps.step(
          logAsync(),
          lines -> steps.failed(failure(status, lines)),
          lost -> steps.failed(failure(status, lost)));
    } else if (status.warned()) {
      steps.step(logAsync(), lines -> steps.done(outcome(status, lines)));
    } else {
      steps.done(outcome(status, List.of()));
    }
  }

  private static TaskOutcome outcome(TaskStatus status, List<String> log) {
    // PVE::RESTEnvironment::log_warn: "WARN: " before the message.
    List<String> warnings =
        log.stream()
            .filter(line -> line.startsWith("WARN: "))
            .map(line -> line.substring("WARN: ".length()))
            .toList();
    return new TaskOutcome(words(status), warnings);
  }

  private TaskFailedException failure(TaskStatus status) {
    try {
      return failure(status, log());
    } catch (ProxmoxException e) {
      return failure(status, e);
    }
  }

  private TaskFailedException failure(TaskStatus status, List<String> log) {
    int from = Math.max(0, log.size() - LOG_END);
    return new TaskFailedException(upid, words(status), log.subList(from, log.size()));
  }

  private TaskFailedException failure(TaskStatus status, Throwable lost) {
    TaskFailedException failure = new TaskFailedException(upid, words(status), List.of());
    failure.addSuppressed(lost);
    return failure;
  }

  private static String words(TaskStatus status) {
    return status.exitStatus() == null ? "no exit status known" : status.exitStatus();
  }

  @Override
  public String toString() {
    return "Task[" + upid + "]";
  }
}
