package io.github.proxmoxmpc.api.task;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.TaskTimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.identifier.Upid;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Of whoever waits for one task: when to ask again, and when to give up. Not thread-safe. */
final class Patience {
  // A node that restarts its pveproxy is away for some seconds; the task is not.
  private static final int MISSED_POLLS = 5;

  private final Upid upid;
  private final Polling polling;
  private final @Nullable Duration limit;
  private final Instant begin;
  private Duration pause;
  private int missed;

  Patience(Upid upid, Polling polling, @Nullable Duration limit) {
    this.upid = upid;
    this.polling = polling;
    this.limit = limit;
    this.begin = polling.clock().instant();
    this.pause = polling.first();
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
      Duration left = limit.minus(Duration.between(begin, polling.clock().instant()));
      if (left.isZero() || left.isNegative()) {
        throw new TaskTimeoutException(upid, limit);
      }
      next = left.compareTo(pause) < 0 ? left : pause;
    }
    pause = polling.after(pause);
    return next;
  }
}
