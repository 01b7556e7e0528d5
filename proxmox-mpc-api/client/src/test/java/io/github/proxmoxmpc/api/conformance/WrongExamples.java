package io.github.proxmoxmpc.api.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Values that no server should be sent, as text. */
final class WrongExamples {
  /** Values that are not a segment of a path, or lead to another path after decoding. */
  private static final List<String> MISLEADING =
      List.of("", ".", "..", "/", "a/b", "../x", "a/../b", "a//b", "..%2fx", "%2f", "%2E%2E");

  private WrongExamples() {}

  static List<String> misleading() {
    return MISLEADING;
  }

  /**
   * Whether a value would not stay where it stands in a path.
   *
   * @param takesRest whether the parameter is the rest of the path, slashes included
   */
  static boolean misleads(String value, boolean takesRest) {
    List<String> parts = List.of(value.split("/", -1));
    boolean isSplit = parts.size() > 1 && !takesRest;
    return isSplit || parts.contains("") || parts.contains(".") || parts.contains("..");
  }

  /** Values that break the rule of a parameter of a path. */
  static List<String> ofPath(Facts facts) {
    List<String> wrong = new ArrayList<>(beyond(facts));
    boolean hasBlankless =
        facts.has("pattern")
            ? !Pattern.matches(
                facts.text("pattern").replaceAll("^\\(\\?-ismx:(.*)\\)$", "$1"), "a b")
            : facts.has("format");
    if (hasBlankless) {
      wrong.add("a b");
    }
    return wrong;
  }

  /** Values just beyond what is allowed; none where everything is. */
  static List<String> beyond(Facts facts) {
    List<String> beyond = new ArrayList<>();
    switch (facts.type()) {
      case "integer", "number" -> {
        BigDecimal maximum = facts.number("maximum");
        BigDecimal minimum = facts.number("minimum");
        if (maximum != null) {
          beyond.add(maximum.add(BigDecimal.ONE).toPlainString());
        }
        if (minimum != null) {
          beyond.add(minimum.subtract(BigDecimal.ONE).toPlainString());
        }
        beyond.add("abc");
      }
      case "boolean" -> beyond.add("maybe");
      default -> {
        BigDecimal longest = facts.number("maxLength");
        BigDecimal shortest = facts.number("minLength");
        if (longest != null) {
          beyond.add("x".repeat(longest.intValue() + 1));
        }
        // Of an empty text the server sees nothing.
        if (shortest != null && shortest.intValue() > 1) {
          beyond.add("x".repeat(shortest.intValue() - 1));
        }
        if (!facts.values().isEmpty()) {
          beyond.add("no such value");
        }
        if (!facts.keys().isEmpty()) {
          beyond.add("no-such-key=1");
        }
      }
    }
    return beyond;
  }
}
