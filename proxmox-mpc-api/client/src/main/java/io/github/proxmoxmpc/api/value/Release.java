package io.github.proxmoxmpc.api.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Proxmox VE, such as 8.3; without the number of the package.
 *
 * @param major the first number
 * @param minor the second number
 */
public record Release(int major, int minor) implements Comparable<Release> {
  // GET /version answers 9.2.11, 7.4-3 before release 8, and 9.0.0~11 of a beta.
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[.\\-~+].*)?");

  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Release::major).thenComparingInt(Release::minor);

  /**
   * Creates it from its text: {@code 8.3}, or the version of a package such as {@code 8.3.2} or
   * {@code 7.4-3}.
   *
   * @throws IllegalArgumentException if the text does not begin with a release
   */
  public static Release of(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a valid release of Proxmox VE, such as 8.3");
    }
    return new Release(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Returns whether it is earlier than another release. */
  public boolean isBefore(Release other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Release other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
