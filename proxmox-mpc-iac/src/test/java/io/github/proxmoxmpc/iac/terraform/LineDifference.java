package io.github.proxmoxmpc.iac.terraform;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference between two lists of lines. Each changed line begins with a line number of the
 * base: {@code 7-text} removes line 7, {@code 7+text} adds a line after line 7.
 */
final class LineDifference {
  private LineDifference() {}

  /** Returns the base with a difference applied. */
  static List<String> apply(List<String> base, List<String> difference) {
    boolean[] removed = new boolean[base.size() + 1];
    List<List<String>> added = new ArrayList<>();
    for (int i = 0; i <= base.size(); i++) {
      added.add(new ArrayList<>());
    }
    for (String line : difference) {
      int sign = line.split("[+-]", 2)[0].length();
      int number = Integer.parseInt(line.substring(0, sign));
      String text = line.substring(sign + 1);
      if (line.charAt(sign) == '+') {
        added.get(number).add(text);
      } else if (base.get(number - 1).equals(text)) {
        removed[number] = true;
      } else {
        throw new IllegalArgumentException("Line " + number + " of the base is not: " + text);
      }
    }
    List<String> lines = new ArrayList<>(added.get(0));
    for (int i = 1; i <= base.size(); i++) {
      if (!removed[i]) {
        lines.add(base.get(i - 1));
      }
      lines.addAll(added.get(i));
    }
    return lines;
  }

  /** Returns the shortest difference that leads from the base to the other lines. */
  static List<String> between(List<String> base, List<String> other) {
    int[][] common = lengthsOfCommonSubsequences(base, other);
    List<String> difference = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < base.size() || j < other.size()) {
      if (i < base.size() && j < other.size() && base.get(i).equals(other.get(j))) {
        i++;
        j++;
      } else if (i < base.size() && (j == other.size() || common[i + 1][j] >= common[i][j + 1])) {
        difference.add(i + 1 + "-" + base.get(i));
        i++;
      } else {
        difference.add(i + "+" + other.get(j));
        j++;
      }
    }
    return difference;
  }

  /** Returns, for each pair of positions, how many lines the two rests have in common. */
  private static int[][] lengthsOfCommonSubsequences(List<String> base, List<String> other) {
    int[][] common = new int[base.size() + 1][other.size() + 1];
    for (int i = base.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        common[i][j] =
            base.get(i).equals(other.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
