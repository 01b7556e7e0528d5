package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.value.ByteSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Reads times, durations and byte counts; truncates fractions of a nanosecond or a byte. */
public final class UnitDecoder {
  private static final int MOST_DIGITS = 60;

  /** Byte counts; the server sends averages with a fraction. */
  public static final Decoder<ByteSize> BYTES =
      new Decoder<>(
          "a number of bytes",
          value ->
              Decoder.number(
                  value,
                  ByteSize::ofBytes,
                  n -> ByteSize.ofBytes(sane(n).setScale(0, RoundingMode.DOWN).longValueExact())));

  /** Points in time, as seconds since the epoch. */
  public static final Decoder<Instant> EPOCH_SECONDS =
      new Decoder<>(
          "seconds since the epoch",
          value -> Decoder.number(value, n -> Instant.EPOCH.plus(ofSeconds(n))));

  /** Points in time, as seconds since the epoch; 0 counts as absent. */
  public static final Decoder<Instant> EPOCH_SECONDS_UNLESS_ZERO = EPOCH_SECONDS.unlessZero();

  /** Durations in seconds. */
  public static final Decoder<Duration> SECONDS =
      new Decoder<>(
          "seconds", value -> Decoder.number(value, Duration::ofSeconds, UnitDecoder::ofSeconds));

  /** Durations in minutes. */
  public static final Decoder<Duration> MINUTES =
      new Decoder<>(
          "minutes",
          value -> Decoder.number(value, n -> ofSeconds(n.multiply(BigDecimal.valueOf(60)))));

  /** Points in time, as nanoseconds since the epoch. */
  public static final Decoder<Instant> EPOCH_NANOSECONDS =
      new Decoder<>(
          "nanoseconds since the epoch",
          value -> Decoder.number(value, n -> Instant.EPOCH.plus(ofSeconds(n.movePointLeft(9)))));

  private UnitDecoder() {}

  /** Rejects numbers such as 1e999999999, whose digits would be expanded before any range check. */
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
