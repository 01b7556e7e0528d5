package io.github.proxmoxmpc.codegen.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules that the server has in its code but not in its schema: dependencies between parameters, and
 * the last index of numbered parameters. They come from the sections {@code dependent} and {@code
 * numbered} of the overrides and become facts of each parameter.
 */
final class ParameterDependencies {
  private static final String OPERATIONS = "operations";
  private static final String SET_OR_DELETED = "setOrDeleted";

  /** The fact of a parameter for each part of a row. */
  private static final Map<String, String> PARTS =
      Map.of(
          "only", "onlyWithValues",
          "required", "requiredWithValues",
          "requiredUnless", "requiredUnless",
          "excludes", "excludes",
          "requires", "requires");

  private ParameterDependencies() {}

  /** Writes the rows into the facts of the parameters. */
  static void enter(
      Map<String, @Nullable Object> overrides, Map<String, @Nullable Object> operations) {
    for (Object each : Json.list(overrides.get("dependent"))) {
      Map<String, @Nullable Object> row = Json.object(each);
      for (Object title : Json.list(row.get(OPERATIONS))) {
        enter(row, String.valueOf(title), operations);
      }
    }
    for (Object each : Json.list(overrides.get("numbered"))) {
      Map<String, @Nullable Object> row = Json.object(each);
      Map<String, @Nullable Object> last = Json.object(row.get("last"));
      Branch.of(row, operations).forEach(operation -> enterLast(last, operation));
    }
  }

  private static void enter(
      Map<String, @Nullable Object> row, String title, Map<String, @Nullable Object> operations) {
    Map<String, @Nullable Object> parameters =
        Json.object(Json.object(operations.get(title)).get("parameters"));
    PARTS.forEach(
        (part, fact) ->
            Json.object(row.get(part))
                .forEach(
                    (name, value) -> {
                      Map<String, @Nullable Object> facts = factsOf(name, parameters, title);
                      facts.put(fact, value);
                      facts.putIfAbsent("on", row.get("on"));
                    }));
    for (Object name : Json.list(row.get(SET_OR_DELETED))) {
      factsOf(String.valueOf(name), parameters, title).put(SET_OR_DELETED, true);
    }
  }

  private static Map<String, @Nullable Object> factsOf(
      String name, Map<String, @Nullable Object> parameters, String title) {
    if (!parameters.containsKey(name)) {
      throw new IllegalArgumentException("overrides.json: " + title + " has no parameter " + name);
    }
    return Json.object(parameters.get(name));
  }

  private static void enterLast(
      Map<String, @Nullable Object> last, Map<String, @Nullable Object> operation) {
    Json.object(operation.get("parameters"))
        .forEach(
            (name, facts) -> {
              if (last.containsKey(name)) {
                Json.object(facts).put("last", last.get(name));
              }
            });
  }
}
