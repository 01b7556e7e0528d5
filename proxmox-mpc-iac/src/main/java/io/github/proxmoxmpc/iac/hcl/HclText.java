package io.github.proxmoxmpc.iac.hcl;

/** Quotes text for HCL. Every text survives the round trip through the parser. */
final class HclText {
  private HclText() {}

  /** Returns the text as a quoted template without template sequences. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$', '%' -> appendIntroducer(c, points, i, out);
        default -> appendPlain(c, out);
      }
    }
    return out.append('"').toString();
  }

  /** Returns the text on one line, for a comment. */
  static String comment(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendPlain(c, out);
              }
            });
    return out.toString().strip();
  }

  // "${" and "%{" begin a template sequence; doubling the sign escapes it. After another "$" or "%"
  // the parser would pair the signs from the left, so the sign is written as an escape.
  private static void appendIntroducer(int sign, int[] points, int i, StringBuilder out) {
    boolean opens = i + 1 < points.length && points[i + 1] == '{';
    boolean follows = i > 0 && (points[i - 1] == '$' || points[i - 1] == '%');
    if (opens && follows) {
      out.append(sign == '$' ? "\\u0024" : "\\u0025");
    } else if (opens) {
      out.appendCodePoint(sign).appendCodePoint(sign);
    } else {
      out.appendCodePoint(sign);
    }
  }

  private static void appendPlain(int c, StringBuilder out) {
    if (isPlain(c)) {
      out.appendCodePoint(c);
    } else if (Character.getType(c) == Character.SURROGATE) {
      // UTF-8 cannot encode an unpaired surrogate.
      out.append('\uFFFD');
    } else if (c <= 0xFFFF) {
      out.append(String.format("\\u%04x", c));
    } else {
      out.append(String.format("\\U%08x", c));
    }
  }

  // Invisible characters (controls, bidirectional overrides, line separators) are escaped, so that
  // a
  // reviewer sees them. The zero-width joiner is kept, because emoji need it.
  private static boolean isPlain(int c) {
    if (c == 0x200D || c == 0xFE0F) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
