package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations that a row of the overrides names by what their paths begin with. */
final class Branch {
  private Branch() {}

  /**
   * The facts of each operation of a row.
   *
   * @throws IllegalArgumentException if there is none
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
