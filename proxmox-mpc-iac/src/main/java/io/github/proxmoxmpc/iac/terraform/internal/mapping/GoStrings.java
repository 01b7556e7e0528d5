package io.github.proxmoxmpc.iac.terraform.internal.mapping;

/** String functions of Go that differ from their Java counterparts. */
public final class GoStrings {
  private GoStrings() {}

  /** Trims Unicode white space, including no-break spaces, as {@code strings.TrimSpace} does. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return (c >= 0x09 && c <= 0x0D)
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || c == 0x2028
        || c == 0x2029
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
