package io.github.proxmoxmpc.api.json;

import okio.Buffer;

/** Converts between JSON text and {@link JsonValue}. */
public final class JsonText {
  private JsonText() {}

  /**
   * Reads JSON in UTF-8 without copying it.
   *
   * @param utf8 the whole text; reading consumes it
   * @throws IllegalArgumentException if it is not JSON
   */
  public static JsonValue read(Buffer utf8) {
    return new JsonParser(utf8).whole();
  }

  static JsonValue parse(String text) {
    return read(new Buffer().writeUtf8(text));
  }

  static JsonValue parse(byte[] utf8) {
    return read(new Buffer().write(utf8));
  }

  static String print(JsonValue value) {
    StringBuilder out = new StringBuilder();
    value.appendTo(out);
    return out.toString();
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == '\u2028' || c == '\u2029') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
