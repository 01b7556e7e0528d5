package io.github.proxmoxmpc.api.message;

/** Reads the number at the end of a field's name. */
final class Index {
  private static final int MOST_DIGITS = 4;

  private Index() {}

  /** Returns the number; -1 if the name is not the prefix and a number without leading zeros. */
  static int of(String name, String prefix) {
    int digits = name.length() - prefix.length();
    if (digits < 1 || digits > MOST_DIGITS || !name.startsWith(prefix)) {
      return -1;
    }
    int number = 0;
    for (int i = prefix.length(); i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return digits > 1 && name.charAt(prefix.length()) == '0' ? -1 : number;
  }
}
