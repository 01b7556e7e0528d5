package io.github.proxmoxmpc.api.property;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a disk's size: to a new size, or by an amount. Proxmox VE never shrinks a disk.
 * Immutable and thread-safe.
 *
 * @param size the new size, or the amount to add
 * @param kind whether it is the new size or the amount
 */
public record DiskResize(DiskSize size, Kind kind) {
  private static final Pattern FORM = Pattern.compile("(\\+?)(\\d+(?:\\.\\d+)?[KMGT]?)");

  /** The meaning of the size. */
  public enum Kind {
    /** The new size of the disk. */
    TO,
    /** The amount to add. */
    BY
  }

  /** Creates a change to a size. */
  public static DiskResize to(DiskSize size) {
    return new DiskResize(size, Kind.TO);
  }

  /** Creates a change by an amount. */
  public static DiskResize by(DiskSize size) {
    return new DiskResize(size, Kind.BY);
  }

  /**
   * Creates it from its text: {@code 64G}, or {@code +10G} to add that much.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static DiskResize of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a valid disk resize: write 64G, or +10G to add that much");
    }
    DiskSize size = DiskSize.of(form.group(2));
    return form.group(1).isEmpty() ? to(size) : by(size);
  }

  /** Returns the text for the server, with the largest unit that divides the size. */
  @Override
  public String toString() {
    return (kind == Kind.BY ? "+" : "") + DiskSize.ofBytes(size.bytes());
  }
}
