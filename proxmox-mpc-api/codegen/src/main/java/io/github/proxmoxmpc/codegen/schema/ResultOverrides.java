package io.github.proxmoxmpc.codegen.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of declared results: the section {@code results} of the overrides. A row corrects the
 * result of an operation, or says that it is the same as the result of another operation.
 */
final class ResultOverrides {
  /** The fact that names the operation that has the same result. */
  static final String SAME_AS = "sameAs";

  private static final String RETURNS = "returns";

  private final List<Map<String, @Nullable Object>> rows;
  private final Map<String, @Nullable Object> operations;

  ResultOverrides(List<?> rows, Map<String, @Nullable Object> operations) {
    this.rows = rows.stream().map(Json::object).toList();
    this.operations = operations;
  }

  /** Applies the corrections. */
  void correct() {
    for (Map<String, @Nullable Object> row : rows) {
      merge(
          Json.object(operation(row.get("operation")).get(RETURNS)), Json.object(row.get(RETURNS)));
    }
  }

  /** Copies results to the operations that share them, after all other facts are known. */
  void share() {
    for (Map<String, @Nullable Object> row : rows) {
      Object other = row.get(SAME_AS);
      if (other != null) {
        Map<String, @Nullable Object> returns =
            new LinkedHashMap<>(Json.object(operation(other).get(RETURNS)));
        if (returns.put(SAME_AS, other) != null) {
          throw new IllegalArgumentException(
              "overrides.json: " + other + " itself shares the result of another operation");
        }
        operation(row.get("operation")).put(RETURNS, returns);
      }
    }
  }

  private Map<String, @Nullable Object> operation(@Nullable Object title) {
    Object operation = operations.get(String.valueOf(title));
    if (operation == null) {
      throw new IllegalArgumentException("overrides.json: there is no operation " + title);
    }
    return Json.object(operation);
  }

  /** Merges objects name by name; null removes a fact, and any other value replaces it. */
  private static void merge(
      Map<String, @Nullable Object> facts, Map<String, @Nullable Object> corrections) {
    corrections.forEach(
        (name, correction) -> {
          if (correction instanceof Map<?, ?> && facts.get(name) instanceof Map<?, ?>) {
            merge(Json.object(facts.get(name)), Json.object(correction));
          } else if (correction == null) {
            facts.remove(name);
          } else {
            facts.put(name, correction);
          }
        });
  }
}
