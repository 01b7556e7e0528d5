package io.github.proxmoxmpc.api.result;

import io.github.proxmoxmpc.api.unit.ByteSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** How times, durations and byte counts are read; fractions of a nanosecond or a byte are cut. */
public final class UnitField {
  private static final int MOST_DIGITS = 60;

  /** Byte counts; averages come with a fraction. */
  public static final FieldType<ByteSize> BYTES =
      new FieldType<>(
          "a number of bytes",
          value ->
              FieldType.number(
                  value,
                  ByteSize::ofBytes,
                  n -> ByteSize.ofBytes(sane(n).setScale(0, RoundingMode.DOWN).longValueExact())));

  /** Points in time, as seconds since the epoch. */
  public static final FieldType<Instant> EPOCH_SECONDS =
      new FieldType<>(
          "seconds since the epoch",
          value -> FieldType.number(value, n -> Instant.EPOCH.plus(ofSeconds(n))));

  /** Points in time of which 0 says that there is none. */
  public static final FieldType<Instant> EPOCH_SECONDS_UNLESS_ZERO = EPOCH_SECONDS.unlessZero();

  /** Durations in seconds. */
  public static final FieldType<Duration> SECONDS =
      new FieldType<>(
          "seconds", value -> FieldType.number(value, Duration::ofSeconds, UnitField::ofSeconds));

  /** Durations in minutes. */
  public static final FieldType<Duration> MINUTES =
      new FieldType<>(
          "minutes",
          value -> FieldType.number(value, n -> ofSeconds(n.multiply(BigDecimal.valueOf(60)))));

  /** Points in time, as nanoseconds since the epoch. */
  public static final FieldType<Instant> EPOCH_NANOSECONDS =
      new FieldType<>(
          "nanoseconds since the epoch",
          value -> FieldType.number(value, n -> Instant.EPOCH.plus(ofSeconds(n.movePointLeft(9)))));

  private UnitField() {}

  /** Refuses 1e999999999, which would be written out before it is found to be too large. */
  private static BigDecimal sane(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new ArithmeticException("out of range");
    }
    return number;
  }

  private static Duration ofSeconds(BigDecimal seconds) {
    BigDecimal whole = sane(seconds).setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Duration.ofSeconds(whole.longValueExact(), nanos);
  }
}
