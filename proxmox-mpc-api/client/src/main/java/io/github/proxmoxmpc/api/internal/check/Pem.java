package io.github.proxmoxmpc.api.internal.check;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks text in PEM as PVE::Certificate::check_pem does, which skips everything before the first
 * block.
 */
final class Pem {
  private static final Pattern BODY = Pattern.compile("[0-9A-Za-z+/=\\s]*\\n");
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final String CERTIFICATE = "CERTIFICATE";

  private Pem() {}

  static boolean isBlock(String text) {
    return count(text, null) == 1;
  }

  static boolean isCertificate(String text) {
    return count(text, CERTIFICATE) == 1;
  }

  static boolean isChain(String text) {
    return count(text, CERTIFICATE) > 0;
  }

  /** Counts the consecutive blocks; 0 if there is anything else between them. */
  private static int count(String text, @Nullable String label) {
    int at = text.indexOf(BEGIN);
    int blocks = 0;
    while (at >= 0 && at < text.length()) {
      int body = afterLine(text, at, BEGIN, label);
      int end = body < 0 ? -1 : text.indexOf(END, body);
      if (end < 0 || !BODY.matcher(text.substring(body, end)).matches()) {
        return 0;
      }
      at = afterLine(text, end, END, label);
      if (at < 0) {
        return 0;
      }
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      blocks++;
    }
    return blocks;
  }

  /** Returns the position after {@code -----BEGIN LABEL-----}; -1 if it is not there. */
  private static int afterLine(String text, int at, String start, @Nullable String label) {
    int dashes = text.startsWith(start, at) ? text.indexOf(DASHES, at + start.length()) : -1;
    if (dashes < 0) {
      return -1;
    }
    String found = text.substring(at + start.length(), dashes);
    boolean fits = label == null ? found.indexOf('\n') < 0 : found.equals(label);
    return fits ? dashes + DASHES.length() : -1;
  }
}
