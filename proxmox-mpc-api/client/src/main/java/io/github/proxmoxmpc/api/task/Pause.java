package io.github.proxmoxmpc.api.task;

import java.time.Duration;

/** Lets time pass; a test lets it pass at once. */
@FunctionalInterface
public interface Pause {
  /** Returns when the time is over. */
  void of(Duration duration) throws InterruptedException;

  /** Puts the thread to sleep. */
  static Pause sleeping() {
    return duration -> Thread.sleep(Math.max(1, duration.toMillis()));
  }
}
