package io.github.proxmoxmpc.iac.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A gap in the numbers of a guest's devices, such as {@code net0} and {@code net2}. Terraform lists
 * devices without numbers, so the provider numbers them anew when it writes them (0.112.0).
 *
 * @param moved the keys behind the gap, each with its number without gaps
 * @param missing the keys that are missing
 */
record NumberGap(List<Move> moved, List<String> missing) {
  /**
   * A key behind a gap.
   *
   * @param from the key on the server
   * @param to the key that the provider writes
   */
  record Move(String from, String to) {}

  NumberGap {
    moved = List.copyOf(moved);
    missing = List.copyOf(missing);
  }

  /** Finds the gap in keys of one numbered series, which must be in natural order. */
  static NumberGap in(List<String> keys) {
    List<Move> moved = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      long number = NaturalOrder.number(key);
      String name = key.substring(0, key.length() - Long.toString(number).length());
      for (; next < number; next++) {
        missing.add(name + next);
      }
      next++;
      if (number != i) {
        moved.add(new Move(key, name + i));
      }
    }
    return new NumberGap(moved, missing);
  }

  boolean isEmpty() {
    return moved.isEmpty();
  }

  /** Returns the advice: {@code renumber net2 to net1}. */
  String advice() {
    return "renumber "
        + moved.stream()
            .map(move -> move.from() + " to " + move.to())
            .collect(Collectors.joining(", "));
  }

  /** Returns the missing keys: {@code net1 and net2}. */
  String missingKeys() {
    int last = missing.size() - 1;
    return last < 1
        ? String.join("", missing)
        : String.join(", ", missing.subList(0, last)) + " and " + missing.get(last);
  }
}
