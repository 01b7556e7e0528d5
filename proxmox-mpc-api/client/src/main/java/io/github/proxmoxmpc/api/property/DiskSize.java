package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.message.Decoder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a disk, such as {@code 32G}, {@code 1.5T} or {@code 4194304} (bytes). Immutable; it
 * prints as it was written, and sizes with the same number of bytes are equal.
 */
public final class DiskSize implements Comparable<DiskSize> {
  /** Reads it from JSON. */
  public static final Decoder<DiskSize> TYPE = Decoder.text("a size such as 32G", DiskSize::of);

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
   * Creates a size from its text: a number, and one of {@code K}, {@code M}, {@code G} and {@code
   * T} (with or without {@code iB}), which are powers of 1024; without a unit it is bytes.
   *
   * @throws IllegalArgumentException if the text is not a size, or has more than 2^63-1 bytes
   */
  public static DiskSize of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a valid disk size: a number and K, M, G or T, such as 32G");
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

  /** Creates a size in bytes, written like the server with the largest unit that divides it. */
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

  /** Creates a size in units of 2^20 bytes. */
  public static DiskSize ofMebibytes(long mebibytes) {
    return ofBytes(Math.multiplyExact(mebibytes, 1L << 20));
  }

  /** Creates a size in units of 2^30 bytes, which Proxmox VE writes as {@code G}. */
  public static DiskSize ofGibibytes(long gibibytes) {
    return ofBytes(Math.multiplyExact(gibibytes, 1L << 30));
  }

  /** Returns the size in bytes; drops a fraction of a byte, as the server does. */
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

  /** Returns the size as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
