package io.github.proxmoxmpc.api.internal.check;

/** Tests of ASCII digits that need no regular expression. */
final class Digits {
  private Digits() {}

  /** Returns whether the text has at least one character, and every one is 0 to 9. */
  static boolean areAll(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns whether a text of digits, of any length, is a number of at most {@code maximum}. */
  static boolean atMost(String digits, long maximum) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    String significant = digits.substring(start);
    return significant.length() <= 18 && Long.parseLong(significant) <= maximum;
  }

  /** Returns whether the text is a group of an IPv6 address: one to four hexadecimal digits. */
  static boolean isHexGroup(String text) {
    return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(Digits::isHex);
  }

  private static boolean isHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
