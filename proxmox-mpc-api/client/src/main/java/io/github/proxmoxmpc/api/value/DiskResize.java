package io.github.proxmoxmpc.api.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a disk is resized to: a size of its own, or so much more than it has. Proxmox VE never makes
 * a disk smaller. Immutable and thread-safe.
 *
 * @param size the new size, or what is added
 * @param kind which of the two
 */
public record DiskResize(DiskSize size, Kind kind) {
  private static final Pattern FORM = Pattern.compile("(\\+?)(\\d+(?:\\.\\d+)?[KMGT]?)");

  /** How a size is meant. */
  public enum Kind {
    /** The disk has that size afterwards. */
    TO,
    /** The disk has that much more afterwards. */
    BY
  }

  /** The disk is to have that size. */
  public static DiskResize to(DiskSize size) {
    return new DiskResize(size, Kind.TO);
  }

  /** The disk is to have that much more. */
  public static DiskResize by(DiskSize size) {
    return new DiskResize(size, Kind.BY);
  }

  /**
   * Reads what the server takes: {@code 64G}, or {@code +10G} for that much more.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static DiskResize parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size to resize a disk to: write 64G, or +10G for that much more");
    }
    DiskSize size = DiskSize.parse(form.group(2));
    return form.group(1).isEmpty() ? to(size) : by(size);
  }

  /** As the server reads it; the size with the largest unit that divides it. */
  @Override
  public String toString() {
    return (kind == Kind.BY ? "+" : "") + DiskSize.ofBytes(size.bytes());
  }
}
