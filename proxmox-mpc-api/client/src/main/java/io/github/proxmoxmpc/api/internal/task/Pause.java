package io.github.proxmoxmpc.api.internal.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for a duration. Tests replace it to avoid waiting. */
@FunctionalInterface
public interface Pause {
  /** Waits in the thread of the caller. */
  void of(Duration duration) throws InterruptedException;

  /** Waits without blocking a thread; the future completes when the time is over. */
  default CompletableFuture<Boolean> begin(Duration duration) {
    return new CompletableFuture<Boolean>()
        .completeOnTimeout(true, Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** Returns a pause that puts the thread to sleep. */
  static Pause sleeping() {
    return duration -> Thread.sleep(Math.max(1, duration.toMillis()));
  }
}
