package io.github.proxmoxmpc.api.internal.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Formats durations and numbers with a fraction, never with an exponent. */
public final class UnitText {
  private UnitText() {}

  /** Formats a duration in units of the server, with a fraction if it has one. */
  public static String of(Duration value, ChronoUnit unit) {
    BigDecimal nanos =
        BigDecimal.valueOf(value.getSeconds(), -9).add(BigDecimal.valueOf(value.getNano()));
    return plain(
        nanos.divide(BigDecimal.valueOf(unit.getDuration().toNanos()), MathContext.DECIMAL64));
  }

  /**
   * Formats a number.
   *
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("Cannot send " + value + ": it is not a finite number");
    }
    return plain(BigDecimal.valueOf(value));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
