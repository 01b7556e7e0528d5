package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.Comparator;
import java.util.List;

/** Sorts keys by name and then by number: {@code net2} before {@code net10}. */
public final class NaturalOrder {
  public static final Comparator<String> KEYS =
      Comparator.comparing(NaturalOrder::name)
          .thenComparingLong(NaturalOrder::number)
          .thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  /** Returns the number at the end of a key; -1 if it has no number. */
  public static long number(String key) {
    String digits = key.substring(name(key).length());
    return digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits);
  }

  /**
   * Returns whether the provider sorts these keys differently. It ignores the common prefix of two
   * keys and compares the rest as numbers, so that {@code mp11} comes after {@code mp100} (0.112.0,
   * {@code utils/maps.go}).
   *
   * @param keys keys with the same name, in natural order
   */
  public static boolean isLostOn(List<String> keys) {
    for (String later : keys) {
      if (number(later) >= 100) {
        for (String key : keys) {
          if (number(key) < number(later) && comesAfter(key, later)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean comesAfter(String key, String other) {
    int common = 0;
    while (common < key.length()
        && common < other.length()
        && key.charAt(common) == other.charAt(common)) {
      common++;
    }
    String rest = key.substring(common);
    String otherRest = other.substring(common);
    return !rest.isEmpty()
        && !otherRest.isEmpty()
        && Long.parseLong(rest) > Long.parseLong(otherRest);
  }

  private static String name(String key) {
    int end = key.length();
    while (end > 0 && key.charAt(end - 1) >= '0' && key.charAt(end - 1) <= '9') {
      end--;
    }
    return key.substring(0, end);
  }
}
