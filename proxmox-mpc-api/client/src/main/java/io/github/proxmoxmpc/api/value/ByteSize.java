package io.github.proxmoxmpc.api.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * An amount of memory or of storage. {@code toString} rounds it ({@code 3.5 GiB}); {@link #bytes()}
 * is exact.
 *
 * @param bytes the amount in bytes
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {
  private static final long STEP = 1024;
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  /** Zero bytes. */
  public static final ByteSize ZERO = new ByteSize(0);

  /** Creates a size in bytes. */
  public static ByteSize ofBytes(long bytes) {
    return new ByteSize(bytes);
  }

  /**
   * Creates a size in mebibytes, of 1024 * 1024 bytes.
   *
   * @throws ArithmeticException if it does not fit
   */
  public static ByteSize ofMebibytes(long mebibytes) {
    return new ByteSize(Math.multiplyExact(mebibytes, STEP * STEP));
  }

  /**
   * Creates a size in gibibytes, of 1024 mebibytes.
   *
   * @throws ArithmeticException if it does not fit
   */
  public static ByteSize ofGibibytes(long gibibytes) {
    return ofMebibytes(Math.multiplyExact(gibibytes, STEP));
  }

  /** Returns the whole mebibytes, rounded down. */
  public long toMebibytes() {
    return bytes / (STEP * STEP);
  }

  /** Returns the whole gibibytes, rounded down. */
  public long toGibibytes() {
    return toMebibytes() / STEP;
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  @Override
  public String toString() {
    BigDecimal amount = BigDecimal.valueOf(bytes);
    BigDecimal step = BigDecimal.valueOf(STEP);
    int unit = 0;
    while (amount.abs().compareTo(step) >= 0) {
      amount = amount.divide(step);
      unit++;
    }
    String shown = amount.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    return shown + " " + UNITS.get(unit);
  }
}
