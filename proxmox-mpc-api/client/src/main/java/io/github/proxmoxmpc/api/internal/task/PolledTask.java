package io.github.proxmoxmpc.api.internal.task;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TaskFailedException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.task.TaskOutcome;
import io.github.proxmoxmpc.api.task.TaskStatus;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A task that is polled until it has ended, with pauses that grow. Thread-safe. */
public final class PolledTask implements Task {
  private final Upid upid;
  private final TaskSource source;
  private final TaskLog log;

  /**
   * Creates a handle of a task; sends nothing.
   *
   * @param source reads its status and its log
   */
  public PolledTask(Upid upid, TaskSource source) {
    this.upid = Objects.requireNonNull(upid, "upid");
    this.source = Objects.requireNonNull(source, "source");
    this.log = new TaskLog(upid, source);
  }

  @Override
  public Upid upid() {
    return upid;
  }

  @Override
  public TaskStatus status() {
    return source.status(upid);
  }

  @Override
  public CompletableFuture<TaskStatus> statusAsync() {
    return source.statusAsync(upid);
  }

  @Override
  public List<String> log() {
    return log.whole();
  }

  @Override
  public CompletableFuture<List<String>> logAsync() {
    return log.wholeAsync();
  }

  @Override
  public void stop() {
    source.stop(upid);
  }

  @Override
  public CompletableFuture<Void> stopAsync() {
    return source.stopAsync(upid);
  }

  @Override
  public TaskOutcome await() {
    return outcome(null);
  }

  @Override
  public TaskOutcome await(Duration limit) {
    return outcome(Objects.requireNonNull(limit, "limit"));
  }

  @Override
  public CompletableFuture<TaskOutcome> awaitAsync() {
    return outcomeAsync(null);
  }

  @Override
  public CompletableFuture<TaskOutcome> awaitAsync(Duration limit) {
    return outcomeAsync(Objects.requireNonNull(limit, "limit"));
  }

  private TaskOutcome outcome(@Nullable Duration limit) {
    TaskStatus status = ended(new PollSchedule(upid, source.polling(), limit));
    if (!status.succeeded()) {
      throw failure(status);
    }
    return outcome(status, status.warned() ? log.whole() : List.of());
  }

  private TaskStatus ended(PollSchedule schedule) {
    while (true) {
      Duration pause;
      try {
        TaskStatus status = status(schedule);
        if (!status.running()) {
          return status;
        }
        pause = schedule.stillRuns();
      } catch (ConnectionException | NodeUnreachableException e) {
        pause = schedule.missed(e);
      }
      pause(pause);
    }
  }

  /** With a time limit, makes an asynchronous call, because a blocking one cannot be ended. */
  private TaskStatus status(PollSchedule schedule) {
    if (!schedule.isLimited()) {
      return source.status(upid);
    }
    CompletableFuture<TaskStatus> answer = schedule.limit(source.statusAsync(upid));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable reported = schedule.reported(Objects.requireNonNull(e.getCause()));
      throw reported instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted(e);
    }
  }

  private void pause(Duration duration) {
    try {
      source.polling().pause().of(duration);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private WaitInterruptedException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new WaitInterruptedException("task " + upid, cause);
  }

  private CompletableFuture<TaskOutcome> outcomeAsync(@Nullable Duration limit) {
    CancellableChain<TaskOutcome> steps = new CancellableChain<>();
    watch(steps, new PollSchedule(upid, source.polling(), limit));
    return steps.future();
  }

  private void watch(CancellableChain<TaskOutcome> steps, PollSchedule schedule) {
    steps.step(
        schedule.limit(source.statusAsync(upid)),
        status -> {
          if (status.running()) {
            watchAfter(schedule.stillRuns(), steps, schedule);
          } else {
            end(steps, status);
          }
        },
        failure -> {
          Throwable reported = schedule.reported(failure);
          if (reported instanceof ProxmoxException missed) {
            watchAfter(schedule.missed(missed), steps, schedule);
          } else {
            steps.failed(reported);
          }
        });
  }

  private void watchAfter(
      Duration pause, CancellableChain<TaskOutcome> steps, PollSchedule schedule) {
    steps.step(source.polling().pause().begin(pause), over -> watch(steps, schedule));
  }

  private void end(CancellableChain<TaskOutcome> steps, TaskStatus status) {
    if (!status.succeeded()) {
      steps.step(
          log.endAsync(),
          lines -> steps.failed(failure(status, lines)),
          lost -> steps.failed(failure(status, lost)));
    } else if (status.warned()) {
      steps.step(log.wholeAsync(), lines -> steps.done(outcome(status, lines)));
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
      return failure(status, log.end());
    } catch (ProxmoxException e) {
      return failure(status, e);
    }
  }

  private TaskFailedException failure(TaskStatus status, List<String> log) {
    return new TaskFailedException(upid, words(status), log);
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
