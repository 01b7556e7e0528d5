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

/** Decides for one wait when to poll the task again, and when to give up. Not thread-safe. */
final class PollSchedule {
  // A restart of pveproxy makes a node unreachable for some seconds. Its tasks continue.
  private static final int MISSED_POLLS = 5;
  // The time reserved for the last poll.
  private static final Duration LAST_POLL = Duration.ofMillis(250);

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

  /** Returns whether there is a time limit. */
  boolean isLimited() {
    return limit != null;
  }

  /** Returns a poll's response, which fails with a time-out when the time limit is over. */
  <T> CompletableFuture<T> limit(CompletableFuture<T> response) {
    return limit == null
        ? response
        : response.orTimeout(TimeUnit.NANOSECONDS.convert(left(limit)), TimeUnit.NANOSECONDS);
  }

  /** Returns the failure to report for a response with a time limit. */
  Throwable reported(Throwable failure) {
    return limit != null && failure instanceof TimeoutException
        ? new TaskTimeoutException(upid, limit)
        : failure;
  }

  /**
   * Returns the pause before the next poll of a task that is still running.
   *
   * @throws TaskTimeoutException if the time limit allows no further poll
   */
  Duration stillRuns() {
    missed = 0;
    return next();
  }

  /**
   * Returns the pause before the next poll after a failed one.
   *
   * @throws TaskTimeoutException if the time limit allows no further poll
   * @throws ProxmoxException the failure, if a further poll would not help
   */
  Duration missed(ProxmoxException failure) {
    missed++;
    boolean isTransient =
        failure instanceof ConnectionException || failure instanceof NodeUnreachableException;
    if (!isTransient || failure instanceof TlsException || missed > MISSED_POLLS) {
      throw failure;
    }
    return next();
  }

  private Duration next() {
    Duration next = pause;
    if (limit != null) {
      Duration left = left(limit).minus(LAST_POLL);
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
