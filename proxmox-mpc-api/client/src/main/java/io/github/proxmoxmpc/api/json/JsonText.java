package io.github.proxmoxmpc.api.json;

import java.nio.charset.StandardCharsets;

/** Between JSON text and {@link JsonValue}. */
final class JsonText {
  private JsonText() {}

  static JsonValue parse(String text) {
    return new JsonParser(text.getBytes(StandardCharsets.UTF_8)).whole();
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
