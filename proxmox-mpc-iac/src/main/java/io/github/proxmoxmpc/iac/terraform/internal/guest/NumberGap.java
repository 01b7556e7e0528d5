package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.NaturalOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A gap in the numbers of a guest's devices, such as {@code net0} and {@code net2}. Terraform lists
 * devices without numbers, so the provider renumbers them when it writes them (0.112.0).
 *
 * @param moved the keys behind the gap, each with its number without gaps
 * @param missing the keys that are missing
 * @param leftOver the keys that the provider does not write
 */
record NumberGap(List<Move> moved, List<String> missing, List<String> leftOver) {
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
    leftOver = List.copyOf(leftOver);
  }

  /** Finds the gap in keys of one numbered series, which must be in natural order. */
  static NumberGap in(List<String> keys) {
    List<Move> moved = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> leftOver = new ArrayList<>();
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
      if (number >= keys.size()) {
        leftOver.add(key);
      }
    }
    return new NumberGap(moved, missing, leftOver);
  }

  boolean isEmpty() {
    return moved.isEmpty();
  }

  /** Returns the advice: {@code renumber net2 to net1}. */
  String advice() {
    return "renumber " + moves(" to ");
  }

  /** Returns the moves: {@code net2 as net1}. */
  String moves(String preposition) {
    return join(moved.stream().map(move -> move.from() + preposition + move.to()).toList());
  }

  /** Joins words: {@code net1, net2 and net3}. */
  static String join(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
