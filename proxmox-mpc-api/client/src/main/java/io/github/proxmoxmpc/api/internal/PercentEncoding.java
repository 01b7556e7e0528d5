package io.github.proxmoxmpc.api.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes parameters as {@code name=value&name=value}, everything but RFC 3986's unreserved
 * characters encoded.
 *
 * <p>Proxmox VE 9.2 cuts a form value at an unescaped {@code =} or {@code ;}, and property strings
 * are full of both; OkHttp's own form and query encoders leave some of them as they are.
 */
final class PercentEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  static String encode(List<Parameters.Pair> pairs) {
    StringBuilder out = new StringBuilder();
    for (Parameters.Pair pair : pairs) {
      if (!out.isEmpty()) {
        out.append('&');
      }
      append(pair.name(), out);
      out.append('=');
      append(pair.value(), out);
    }
    return out.toString();
  }

  private static void append(String text, StringBuilder out) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
      }
    }
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
