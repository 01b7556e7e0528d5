package io.github.proxmoxmpc.api.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Proxmox VE, such as 8.3; further numbers of its package do not matter.
 *
 * @param major the first number
 * @param minor the second number
 */
public record ServerVersion(int major, int minor) implements Comparable<ServerVersion> {
  // GET /version answers 9.2.11, 7.4-3 before release 8, and 9.0.0~11 of a beta.
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.\\-~+].*)?");

  private static final Comparator<ServerVersion> ORDER =
      Comparator.comparingInt(ServerVersion::major).thenComparingInt(ServerVersion::minor);

  /**
   * Parses a version: {@code 8.3}, or that of a package such as {@code 8.3.2} or {@code 7.4-3}.
   *
   * @throws IllegalArgumentException if the text has no version
   */
  public static ServerVersion of(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a version of Proxmox VE");
    }
    return new ServerVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Returns whether this version is older than the other. */
  public boolean isBefore(ServerVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(ServerVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
