package io.github.proxmoxmpc.codegen.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of results better than the schema does: the section {@code results} of the
 * overrides. A row corrects the declared result, or says that it is the result of another
 * operation.
 */
final class ResultOverrides {
  /** The fact that names the operation whose result it is. */
  static final String SAME_AS = "sameAs";

  private static final String RETURNS = "returns";

  private final List<Map<String, @Nullable Object>> rows;
  private final Map<String, @Nullable Object> operations;

  ResultOverrides(List<?> rows, Map<String, @Nullable Object> operations) {
    this.rows = rows.stream().map(Json::object).toList();
    this.operations = operations;
  }

  /** Enters the corrections. */
  void correct() {
    for (Map<String, @Nullable Object> row : rows) {
      merge(
          Json.object(operation(row.get("operation")).get(RETURNS)), Json.object(row.get(RETURNS)));
    }
  }

  /** Enters the results of other operations, once all is known of these. */
  void share() {
    for (Map<String, @Nullable Object> row : rows) {
      Object other = row.get(SAME_AS);
      if (other != null) {
        Map<String, @Nullable Object> returns =
            new LinkedHashMap<>(Json.object(operation(other).get(RETURNS)));
        if (returns.put(SAME_AS, other) != null) {
          throw new IllegalArgumentException(
              "overrides.json: " + other + " has the result of another operation itself");
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

  /** Objects are merged name by name, null takes away, and anything else is replaced. */
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
