package io.github.proxmoxmpc.api.internal.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets time pass; a test lets it pass at once. */
@FunctionalInterface
public interface Pause {
  /** Returns when the time is over. */
  void of(Duration duration) throws InterruptedException;

  /** Lets time pass without a thread that waits; done when the time is over. */
  default CompletableFuture<Boolean> begin(Duration duration) {
    return new CompletableFuture<Boolean>()
        .completeOnTimeout(true, Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** Puts the thread to sleep. */
  static Pause sleeping() {
    return duration -> Thread.sleep(Math.max(1, duration.toMillis()));
  }
}
