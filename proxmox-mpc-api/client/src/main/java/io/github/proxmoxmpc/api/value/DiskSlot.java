package io.github.proxmoxmpc.api.value;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place for a disk, such as {@code scsi0} or {@code rootfs}; ordered by bus, then number.
 *
 * @param bus the bus
 * @param index the number on the bus, from 0
 */
public record DiskSlot(DiskBus bus, int index) implements Comparable<DiskSlot> {
  private static final Pattern KEY = Pattern.compile("([a-z]+?)(0|[1-9]\\d{0,3})?");
  private static final Comparator<DiskSlot> ORDER =
      Comparator.comparing(DiskSlot::bus).thenComparing(DiskSlot::index);

  /** Checks the number. */
  public DiskSlot {
    if (index < 0 || (bus == DiskBus.ROOTFS && index != 0)) {
      throw new IllegalArgumentException(
          index
              + " is not a valid number on "
              + bus.prefix()
              + ": it must be 0 or more, and 0 for rootfs");
    }
  }

  /**
   * Creates it from the key of the configuration.
   *
   * @throws IllegalArgumentException if the key does not belong to a disk
   */
  public static DiskSlot of(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + key + "' is not a valid disk slot, such as scsi0 or rootfs"));
  }

  /** Finds the slot of a key of the configuration; empty if the key does not belong to a disk. */
  public static Optional<DiskSlot> find(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(2);
    for (DiskBus bus : DiskBus.values()) {
      if (bus.prefix().equals(matcher.group(1)) && (number == null) == (bus == DiskBus.ROOTFS)) {
        return Optional.of(new DiskSlot(bus, number == null ? 0 : Integer.parseInt(number)));
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(DiskSlot other) {
    return ORDER.compare(this, other);
  }

  /** Returns the key of the configuration. */
  @Override
  public String toString() {
    return bus == DiskBus.ROOTFS ? bus.prefix() : bus.prefix() + index;
  }
}
