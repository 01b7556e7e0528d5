package io.github.proxmoxmpc.codegen.java.text;

/** Escapes strings of the schema for Java source, so that none of them can become code. */
public final class JavaText {
  private JavaText() {}

  /** Returns a string literal, including its quotes. */
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

  /**
   * Returns the text as code in Javadoc, with character references if {@code {@code}} cannot hold
   * it.
   */
  public static String javadoc(String text) {
    if (text.isEmpty()) {
      return "an empty string";
    }
    if (isPlain(text)) {
      return "{@code " + text + "}";
    }
    return "<code>" + prose(text) + "</code>";
  }

  /** Returns the text as prose in Javadoc; special characters become character references. */
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

  /** Returns the text as code in Javadoc that the search of the site finds. */
  public static String indexed(String text) {
    return isPlain(text) && text.indexOf('"') < 0
        ? "<code>{@index \"" + text + "\"}</code>"
        : javadoc(text);
  }

  /** Returns whether braces are balanced and no character ends the comment or begins an escape. */
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
