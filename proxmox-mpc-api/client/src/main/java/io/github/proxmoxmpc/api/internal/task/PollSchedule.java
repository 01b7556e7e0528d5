package io.github.proxmoxmpc.api.internal.task;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TaskTimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Of whoever waits for one task: when to ask again, and when to give up. Not thread-safe. */
final class PollSchedule {
  // A node that restarts its pveproxy is away for some seconds; the task is not.
  private static final int MISSED_POLLS = 5;
  // What is left of the patience for the last answer.
  private static final Duration LAST_QUESTION = Duration.ofMillis(250);

  private final Upid upid;
  private final Polling polling;
  private final @Nullable Duration limit;
  private final Instant begin;
  private Duration pause;
  private int missed;

  PollSchedule(Upid upid, Polling polling, @Nullable Duration limit) {
    this.upid = upid;
    this.polling = polling;
    this.limit = limit;
    this.begin = polling.clock().instant();
    this.pause = polling.first();
  }

  /** Whether it ends. */
  boolean isLimited() {
    return limit != null;
  }

  /** The answer to a question, for as long as patience lasts; then the question is taken back. */
  <T> CompletableFuture<T> limit(CompletableFuture<T> answer) {
    return limit == null
        ? answer
        : answer.orTimeout(TimeUnit.NANOSECONDS.convert(left(limit)), TimeUnit.NANOSECONDS);
  }

  /** The failure of an answer that was limited, as the caller is told. */
  Throwable told(Throwable failure) {
    return limit != null && failure instanceof TimeoutException
        ? new TaskTimeoutException(upid, limit)
        : failure;
  }

  /**
   * The task still runs: the pause before the next question.
   *
   * @throws TaskTimeoutException if that was the last one
   */
  Duration stillRuns() {
    missed = 0;
    return next();
  }

  /**
   * The server could not be asked: the pause before the next question.
   *
   * @throws TaskTimeoutException if that was the last one
   * @throws ProxmoxException the failure, if another question would not help
   */
  Duration missed(ProxmoxException failure) {
    missed++;
    boolean passing =
        failure instanceof ConnectionException || failure instanceof NodeUnreachableException;
    if (!passing || failure instanceof TlsException || missed > MISSED_POLLS) {
      throw failure;
    }
    return next();
  }

  private Duration next() {
    Duration next = pause;
    if (limit != null) {
      Duration left = left(limit).minus(LAST_QUESTION);
      if (left.isZero() || left.isNegative()) {
        throw new TaskTimeoutException(upid, limit);
      }
      next = left.compareTo(pause) < 0 ? left : pause;
    }
    pause = polling.after(pause);
    return next;
  }

  private Duration left(Duration limit) {
    return limit.minus(Duration.between(begin, polling.clock().instant()));
  }
}
