package io.github.proxmoxmpc.api;

import java.time.Duration;

/**
 * The handling of transient failures; see {@link ProxmoxClient.Builder#resilience}. Each method
 * returns changed settings. Immutable.
 */
public final class ResilienceSettings {
  private static final int RETRIES = 3;
  private static final int MOST_RETRIES = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final int retries;
  private final Duration firstPause;

  private ResilienceSettings(int retries, Duration firstPause) {
    this.retries = retries;
    this.firstPause = firstPause;
  }

  static ResilienceSettings defaults() {
    return new ResilienceSettings(RETRIES, FIRST_PAUSE);
  }

  int retries() {
    return retries;
  }

  Duration firstPause() {
    return firstPause;
  }

  /**
   * Sets how often a call is repeated at most; the default is 3, and 0 turns repetition off. The
   * pauses grow from 0.2 s, with jitter.
   *
   * <p>A read (GET) is repeated if the connection failed or broke, and after the statuses 502, 503
   * and 595 to 599, but not after a time-out. A write is repeated only if no connection could be
   * made, so that the server cannot have received it.
   *
   * @throws IllegalArgumentException if the number is negative or above 10
   */
  public ResilienceSettings retries(int times) {
    if (times < 0 || times > MOST_RETRIES) {
      throw new IllegalArgumentException("retries must be 0 to " + MOST_RETRIES + ": " + times);
    }
    return new ResilienceSettings(times, firstPause);
  }

  /** Sets the pause before the first repetition. For tests. */
  ResilienceSettings firstPause(Duration pause) {
    return new ResilienceSettings(retries, pause);
  }
}
