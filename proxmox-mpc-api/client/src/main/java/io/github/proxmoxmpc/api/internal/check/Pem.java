package io.github.proxmoxmpc.api.internal.check;

import org.jspecify.annotations.Nullable;

/**
 * Text in PEM, as PVE::Certificate::check_pem has it: what stands before the first block is
 * skipped.
 */
final class Pem {
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

  /** How many blocks stand there one after the other; 0 where anything else is among them. */
  private static int count(String text, @Nullable String label) {
    int at = text.indexOf(BEGIN);
    int blocks = 0;
    while (at >= 0 && at < text.length()) {
      int body = afterLine(text, at, BEGIN, label);
      int end = body < 0 ? -1 : text.indexOf(END, body);
      if (end < 0 || !text.substring(body, end).matches("[0-9A-Za-z+/=\\s]*\\n")) {
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

  /** The place behind {@code -----BEGIN LABEL-----}; -1 where that does not stand there. */
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
