package io.github.proxmoxmpc.api.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text, as decode_text of PVE::Tools reads it. */
final class PercentText {
  private static final int HEX = 16;

  private PercentText() {}

  /** The text; a percent sign without two hexadecimal digits behind it stands for itself. */
  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] octets = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(octets.length);
    for (int i = 0; i < octets.length; i++) {
      int high = octets[i] == '%' && i + 2 < octets.length ? digit(octets[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(octets[i + 2]);
      if (low < 0) {
        decoded.write(octets[i]);
      } else {
        decoded.write(high * HEX + low);
        i += 2;
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte octet) {
    return Character.digit((char) (octet & 0xff), HEX);
  }
}
