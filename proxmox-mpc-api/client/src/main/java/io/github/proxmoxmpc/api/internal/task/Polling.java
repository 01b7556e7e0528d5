package io.github.proxmoxmpc.api.internal.task;

import java.time.Clock;
import java.time.Duration;

/**
 * How to wait for a task: ask, pause, ask again, each pause half as long again as the one before.
 *
 * @param first the first pause
 * @param longest no pause is longer
 * @param clock tells when the caller's patience ends
 * @param pause lets time pass
 */
public record Polling(Duration first, Duration longest, Clock clock, Pause pause) {
  /** Checks the pauses. */
  public Polling {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "The first pause must be positive and not longer than the longest: "
              + first
              + ", "
              + longest);
    }
  }

  /** From 200 ms to 2 s: a start is noticed soon, a migration costs one question every 2 s. */
  public static Polling standard() {
    return new Polling(
        Duration.ofMillis(200), Duration.ofSeconds(2), Clock.systemUTC(), Pause.sleeping());
  }

  Duration after(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(longest) > 0 ? longest : next;
  }
}
