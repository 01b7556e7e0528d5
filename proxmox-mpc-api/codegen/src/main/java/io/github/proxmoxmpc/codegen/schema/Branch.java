package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of an overrides row that selects them by the beginning of their paths. */
final class Branch {
  private Branch() {}

  /**
   * Returns the facts of each operation of a row.
   *
   * @throws IllegalArgumentException if no path begins as the row says
   */
  static List<Map<String, @Nullable Object>> of(
      Map<String, @Nullable Object> row, Map<String, @Nullable Object> operations) {
    String under = String.valueOf(row.get("under"));
    List<Map<String, @Nullable Object>> branch = new ArrayList<>();
    operations.forEach(
        (title, facts) -> {
          if (title.substring(title.indexOf(' ') + 1).startsWith(under)) {
            branch.add(Json.object(facts));
          }
        });
    if (branch.isEmpty()) {
      throw new IllegalArgumentException("overrides.json: there is no operation under " + under);
    }
    return branch;
  }
}
