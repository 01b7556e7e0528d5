package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Locale;

/** How the server reads yes and no in property strings and configuration files. */
public final class Booleans {
  private Booleans() {}

  /** {@code 1} or {@code 0} for the words that stand for them, the value itself for others. */
  public static String normalize(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "1", "on", "yes", "true" -> "1";
      case "0", "off", "no", "false" -> "0";
      default -> value;
    };
  }

  /** What Perl takes for true: all but nothing, the empty text and {@code 0}. */
  public static boolean isTrue(Object value) {
    String text = value.toString();
    return !text.isEmpty() && !text.equals("0");
  }
}
