package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TaskFailedException;
import io.github.proxmoxmpc.api.error.TaskTimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.identifier.Upid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  // A node that restarts its pveproxy is away for some seconds; the task is not.
  private static final int MISSED_POLLS = 5;

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

  /**
   * Asks the server to end it, and does not wait until it has ended: {@code DELETE
   * /nodes/{node}/tasks/{upid}}. A task that has ended is left as it is.
   */
  public void stop() {
    source.stop(upid);
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

  private TaskOutcome outcome(@Nullable Duration limit) {
    TaskStatus status = ended(limit);
    String exitStatus = status.exitStatus() == null ? "no exit status known" : status.exitStatus();
    if (!status.succeeded()) {
      throw failure(exitStatus);
    }
    return new TaskOutcome(exitStatus, status.warned() ? warnings() : List.of());
  }

  private TaskStatus ended(@Nullable Duration limit) {
    Polling polling = source.polling();
    Instant begin = polling.clock().instant();
    Duration pause = polling.first();
    int missed = 0;
    while (true) {
      try {
        TaskStatus status = source.status(upid);
        if (!status.running()) {
          return status;
        }
        missed = 0;
      } catch (ConnectionException | NodeUnreachableException e) {
        missed++;
        if (e instanceof TlsException || missed > MISSED_POLLS) {
          throw e;
        }
      }
      Duration next = pause;
      if (limit != null) {
        Duration left = limit.minus(Duration.between(begin, polling.clock().instant()));
        if (left.isZero() || left.isNegative()) {
          throw new TaskTimeoutException(upid, limit);
        }
        next = left.compareTo(pause) < 0 ? left : pause;
      }
      pause(next);
      pause = polling.after(pause);
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

  private List<String> warnings() {
    // PVE::RESTEnvironment::log_warn: "WARN: " before the message.
    return log().stream()
        .filter(line -> line.startsWith("WARN: "))
        .map(line -> line.substring("WARN: ".length()))
        .toList();
  }

  private TaskFailedException failure(String exitStatus) {
    try {
      List<String> lines = log();
      int from = Math.max(0, lines.size() - LOG_END);
      return new TaskFailedException(upid, exitStatus, lines.subList(from, lines.size()));
    } catch (ProxmoxException e) {
      TaskFailedException failure = new TaskFailedException(upid, exitStatus, List.of());
      failure.addSuppressed(e);
      return failure;
    }
  }

  @Override
  public String toString() {
    return "Task[" + upid + "]";
  }
}
