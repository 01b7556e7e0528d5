package io.github.proxmoxmpc.api.internal.wire;

import java.util.regex.Pattern;

/** Text of others made fit for a message: on one line, of bounded length, without log-ins. */
public final class LogSafeText {
  private static final int LONGEST = 80;
  // Longer than any URL that somebody types; what is looked at has to have an end.
  private static final int LOOKED_AT = 2_000;
  private static final Pattern LOG_IN = Pattern.compile("://\\S*@");

  private LogSafeText() {}

  /** Returns at most the first 80 characters, and their number if there are more. */
  public static String of(String text) {
    String clean = LOG_IN.matcher(start(text, LOOKED_AT)).replaceAll("://***@");
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

  /** What a terminal acts upon is not: controls, changes of direction, halves of a character. */
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
