package io.github.proxmoxmpc.api.value;

import io.github.proxmoxmpc.api.message.Decoder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a disk, such as {@code 32G}, {@code 1.5T} or {@code 4194304} (bytes). Immutable; it
 * prints as it was written, and sizes of as many bytes are equal.
 */
public final class DiskSize implements Comparable<DiskSize> {
  /** How it is read from JSON. */
  public static final Decoder<DiskSize> TYPE = Decoder.text("a size such as 32G", DiskSize::parse);

  // PVE::JSONSchema::parse_size
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:([KMGT])(?:iB)?)?");
  private static final Map<String, Integer> SHIFT = Map.of("K", 10, "M", 20, "G", 30, "T", 40);

  private final String text;
  private final long bytes;

  private DiskSize(String text, long bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /**
   * Reads a size: a number, and one of {@code K}, {@code M}, {@code G} and {@code T} (with or
   * without {@code iB}), which are powers of 1024; without a unit it is bytes.
   *
   * @throws IllegalArgumentException if it is none, or has more than 2^63-1 bytes
   */
  public static DiskSize parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size such as 32G");
    }
    BigDecimal unit =
        form.group(2) == null
            ? BigDecimal.ONE
            : BigDecimal.valueOf(1L << SHIFT.getOrDefault(form.group(2), 0));
    BigDecimal bytes = new BigDecimal(form.group(1)).multiply(unit);
    if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("'" + text + "' is more than 2^63-1 bytes");
    }
    return new DiskSize(text, bytes.longValue());
  }

  /** A size in bytes, written as the server does: with the largest unit that divides it. */
  public static DiskSize ofBytes(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + bytes);
    }
    String[] units = {"", "K", "M", "G", "T"};
    long number = bytes;
    int unit = 0;
    while (unit < units.length - 1 && number != 0 && number % 1024 == 0) {
      number /= 1024;
      unit++;
    }
    return new DiskSize(number + units[unit], bytes);
  }

  /** A size in units of 2^20 bytes. */
  public static DiskSize ofMebibytes(long mebibytes) {
    return ofBytes(Math.multiplyExact(mebibytes, 1L << 20));
  }

  /** A size in units of 2^30 bytes, which Proxmox VE writes as {@code G}. */
  public static DiskSize ofGibibytes(long gibibytes) {
    return ofBytes(Math.multiplyExact(gibibytes, 1L << 30));
  }

  /** The size in bytes; a fraction of a byte is dropped, as the server does. */
  public long bytes() {
    return bytes;
  }

  @Override
  public int compareTo(DiskSize other) {
    return Long.compare(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DiskSize that && that.bytes == bytes;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bytes);
  }

  /** The size as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
