package io.github.proxmoxmpc.api.internal.wire;

import java.util.regex.Pattern;

/**
 * Makes foreign text safe for a message: one line, bounded length, no user and password in URLs.
 */
public final class LogSafeText {
  private static final int LONGEST = 80;
  // Longer than any URL that somebody types. The search for log-ins needs a limit.
  private static final int SEARCHED = 2_000;
  private static final Pattern LOG_IN = Pattern.compile("://\\S*@");

  private LogSafeText() {}

  /** Returns at most the first 80 characters, and their number if there are more. */
  public static String of(String text) {
    String clean = LOG_IN.matcher(start(text, SEARCHED)).replaceAll("://***@");
    String shown = escaped(start(clean, LONGEST));
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST ? shown : shown + "... (" + length + " characters)";
  }

  private static String start(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(character -> append(character, shown));
    return shown.toString();
  }

  private static void append(int character, StringBuilder shown) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isVisible(character)) {
          shown.appendCodePoint(character);
        } else {
          shown.append(String.format("\\x{%x}", character));
        }
      }
    }
  }

  /**
   * Returns whether a terminal only displays the character. It interprets control characters and
   * changes of the text direction; half of a surrogate pair is no character.
   */
  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
