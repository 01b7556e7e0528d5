package io.github.proxmoxmpc.codegen.java.text;

/** Text of the schema inside Java source; whatever it holds, it stays text. */
public final class JavaText {
  private JavaText() {}

  /** As a string literal, quotes included. */
  public static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(printable(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
      }
    }
    return out.append('"').toString();
  }

  /** As code inside Javadoc; what {@code {@code}} cannot hold becomes character references. */
  public static String javadoc(String text) {
    if (text.isEmpty()) {
      return "an empty text";
    }
    if (isPlain(text)) {
      return "{@code " + text + "}";
    }
    return "<code>" + prose(text) + "</code>";
  }

  /** As words inside Javadoc; what means something there becomes character references. */
  public static String prose(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) && printable(c) || " ,.:;-_()=+?|[]/".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append("&#").append((int) c).append(';');
      }
    }
    return out.toString();
  }

  /** As code inside Javadoc that the search of the site finds. */
  public static String indexed(String text) {
    return isPlain(text) && text.indexOf('"') < 0
        ? "<code>{@index \"" + text + "\"}</code>"
        : javadoc(text);
  }

  /** Whether braces are balanced and nothing could end the comment or be read as an escape. */
  private static boolean isPlain(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!printable(c) || c == '\\' || c == '@') {
        return false;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && !text.contains("*/") && !text.endsWith("*");
  }

  private static boolean printable(char c) {
    return c >= 0x20 && c < 0x7f;
  }
}
