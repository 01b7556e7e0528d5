package io.github.proxmoxmpc.examples.quickstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints rows of text in columns for a terminal. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Returns the table, with each column as wide as its widest cell. */
  @Override
  public String toString() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> rule = Arrays.stream(widths).mapToObj("-"::repeat).toList();
    StringBuilder out = new StringBuilder();
    line(rows.get(0), widths, out);
    line(rule, widths, out);
    rows.stream().skip(1).forEach(row -> line(row, widths, out));
    return out.toString();
  }

  private static void line(List<String> cells, int[] widths, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
