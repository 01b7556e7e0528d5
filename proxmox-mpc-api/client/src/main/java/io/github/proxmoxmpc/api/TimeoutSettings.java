package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings.Timeouts;
import java.time.Duration;

/**
 * The time limits of a client; see {@link ProxmoxClient.Builder#timeouts}. Each method returns
 * changed settings. Immutable.
 */
public final class TimeoutSettings {
  private final Timeouts values;

  private TimeoutSettings(Timeouts values) {
    this.values = values;
  }

  static TimeoutSettings defaults() {
    return new TimeoutSettings(Timeouts.unset());
  }

  Timeouts values() {
    return values;
  }

  /**
   * Sets how long to wait for a connection; the default is 10 s.
   *
   * @throws IllegalArgumentException if the limit is not positive
   */
  public TimeoutSettings connect(Duration limit) {
    return new TimeoutSettings(
        new Timeouts(positive("connect", limit), values.read(), values.call()));
  }

  /**
   * Sets how long to wait for the next byte of a response, and until the server takes the next byte
   * of a request; the default is 60 s.
   *
   * @throws IllegalArgumentException if the limit is not positive
   */
  public TimeoutSettings read(Duration limit) {
    return new TimeoutSettings(
        new Timeouts(values.connect(), positive("read", limit), values.call()));
  }

  /**
   * Sets how long one call may take, from connecting to the last byte; the default is 3 min.
   * Uploads and downloads are not limited by it.
   *
   * @throws IllegalArgumentException if the limit is not positive
   */
  public TimeoutSettings call(Duration limit) {
    return new TimeoutSettings(
        new Timeouts(values.connect(), values.read(), positive("call", limit)));
  }

  private static Duration positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("The " + name + " time-out must be positive: " + limit);
    }
    return limit;
  }
}
