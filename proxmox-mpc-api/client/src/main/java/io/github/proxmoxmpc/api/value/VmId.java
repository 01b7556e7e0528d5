package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a guest, VM or container, unique in its cluster (format {@code pve-vmid}): 100 to
 * 999999999. Immutable and thread-safe; ordered by the number.
 *
 * <p>As with every {@link Identifier}, {@code of} checks the rule of the server, and {@code read}
 * accepts the texts that the server sends: a storage lists {@code vm-9-disk-0} as a volume of guest
 * 9.
 */
public final class VmId implements Comparable<VmId> {
  private static final int MINIMUM = 100;
  private static final int MAXIMUM = 999_999_999;

  /** PVE::JSONSchema::pve_verify_vmid 9.2. */
  private static final Pattern RULE = Pattern.compile("[1-9][0-9]{2,8}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final int value;

  private VmId(int value) {
    this.value = value;
  }

  /**
   * Creates the id from its number.
   *
   * @throws IllegalArgumentException if it is not 100 to 999999999
   */
  public static VmId of(int value) {
    if (value < MINIMUM || value > MAXIMUM) {
      throw new IllegalArgumentException(
          value + " is not a valid guest id: it must be " + MINIMUM + " to " + MAXIMUM);
    }
    return new VmId(value);
  }

  /**
   * Creates the id from its text.
   *
   * @throws IllegalArgumentException if the text is no number from 100 to 999999999, in ASCII
   *     digits and without a sign or a leading zero
   */
  public static VmId of(String text) {
    if (!RULE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a valid guest id: a number from " + MINIMUM + " to " + MAXIMUM);
    }
    return new VmId(Integer.parseInt(text));
  }

  /**
   * Reads an id as the server sent it, whether or not it is in today's range.
   *
   * @throws IllegalArgumentException if the text is no number of at most 2147483647
   */
  public static VmId read(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a guest id: a number");
    }
    return new VmId(Integer.parseInt(text));
  }

  /**
   * Reads an id as the server sent it, whether or not it is in today's range.
   *
   * @throws IllegalArgumentException if the number is negative, or more than 2147483647
   */
  public static VmId read(long number) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(number + " is not a guest id");
    }
    return new VmId((int) number);
  }

  /** Returns the number. */
  public int value() {
    return value;
  }

  @Override
  public int compareTo(VmId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VmId that && that.value == value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
