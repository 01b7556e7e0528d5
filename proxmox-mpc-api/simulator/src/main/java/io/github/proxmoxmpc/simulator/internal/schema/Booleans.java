package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Locale;

/** The boolean values of property strings and configuration files. */
public final class Booleans {
  private Booleans() {}

  /**
   * Returns {@code 1} or {@code 0} for the words with that meaning, and any other value unchanged.
   */
  public static String normalize(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> "1";
      case "0", "off", "no", "false" -> "0";
      default -> value;
    };
  }

  /**
   * Returns whether Perl takes a value for true: everything except the empty string and {@code 0}.
   */
  public static boolean isTrue(Object value) {
    String text = value.toString();
    return !text.isEmpty() && !text.equals("0");
  }
}
