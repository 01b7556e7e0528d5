package io.github.proxmoxmpc.api.identifier;

/**
 * The id of a guest, VM or container, unique in its cluster (format {@code pve-vmid}).
 *
 * @param value 100 to 999999999
 */
public record VmId(int value) implements Comparable<VmId> {
  private static final int MINIMUM = 100;
  private static final int MAXIMUM = 999_999_999;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the value is outside of it
   */
  public VmId {
    if (value < MINIMUM || value > MAXIMUM) {
      throw new IllegalArgumentException(
          value + " is not a valid guest id: it must be " + MINIMUM + " to " + MAXIMUM);
    }
  }

  /** Makes the id from its number. */
  public static VmId of(int value) {
    return new VmId(value);
  }

  /**
   * Makes the id from its text.
   *
   * @throws IllegalArgumentException if the text is no whole number in the range
   */
  public static VmId of(String text) {
    try {
      return new VmId(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a valid guest id: a number", e);
    }
  }

  @Override
  public int compareTo(VmId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
