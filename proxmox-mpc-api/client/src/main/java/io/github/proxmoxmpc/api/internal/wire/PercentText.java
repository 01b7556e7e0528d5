package io.github.proxmoxmpc.api.internal.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Converts text that Proxmox VE stores percent-encoded, because it may contain line feeds or commas
 * (format {@code urlencoded}): UTF-8, with every byte except the unreserved characters of RFC 3986
 * as {@code %XX}.
 */
public final class PercentText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentText() {}

  /** Encodes a text. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isUnreserved(c)) {
        out.append(c);
      } else {
        out.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
      }
    }
    return out.toString();
  }

  /** Decodes a text; keeps a percent sign that is not followed by two hexadecimal digits. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int code = text.charAt(i) == '%' ? codeAt(text, i + 1) : -1;
      if (code >= 0) {
        out.write(code);
        i += 3;
      } else {
        int point = text.codePointAt(i);
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int codeAt(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
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
