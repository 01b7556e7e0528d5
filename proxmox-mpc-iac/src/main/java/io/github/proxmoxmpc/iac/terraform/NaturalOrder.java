package io.github.proxmoxmpc.iac.terraform;

import java.util.Comparator;

/** Keys by name and then by number: {@code net2} before {@code net10}. */
final class NaturalOrder {
  static final Comparator<String> KEYS =
      Comparator.comparing(NaturalOrder::name)
          .thenComparingLong(NaturalOrder::number)
          .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  /** The number at the end of a key; -1 where there is none. */
  static long number(String key) {
    String digits = key.substring(name(key).length());
    return digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits);
  }

  private static String name(String key) {
    int end = key.length();
    while (end > 0 && key.charAt(end - 1) >= '0' && key.charAt(end - 1) <= '9') {
      end--;
    }
    return key.substring(0, end);
  }
}
