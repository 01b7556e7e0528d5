package io.github.proxmoxmpc.api.internal.task;

import java.time.Clock;
import java.time.Duration;

/**
 * The settings for polling a task. Each pause is 1.5 times as long as the one before.
 *
 * @param first the first pause
 * @param longest the longest pause
 * @param clock measures the caller's time limit
 * @param pause waits between two polls
 */
public record Polling(Duration first, Duration longest, Clock clock, Pause pause) {
  /** Checks the pauses. */
  public Polling {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "The first pause must be positive, and at most as long as the longest: "
              + first
              + ", "
              + longest);
    }
  }

  /** Returns pauses from 200 ms to 2 s: short tasks end soon, long ones cost one poll per 2 s. */
  public static Polling standard() {
    return new Polling(
        Duration.ofMillis(200), Duration.ofSeconds(2), Clock.systemUTC(), Pause.sleeping());
  }

  Duration after(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(longest) > 0 ? longest : next;
  }
}
