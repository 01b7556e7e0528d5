package io.github.proxmoxmpc.codegen.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts about path parameters that the schema lacks: the section {@code paths} of the overrides. A
 * row adds facts to the parameter with a given name in every path that contains it.
 */
final class PathFacts {
  /** The fact that the parameter takes the rest of the path, including slashes. */
  static final String TAKES_REST = "takesRest";

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private PathFacts() {}

  /**
   * Writes the rows into the facts of the path parameters.
   *
   * @throws IllegalArgumentException if no path has the parameter of a row
   */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    for (Object each : rows) {
      Map<String, @Nullable Object> row = Json.object(each);
      String name = String.valueOf(row.get("parameter"));
      boolean used = false;
      for (Map.Entry<String, @Nullable Object> operation : operations.entrySet()) {
        if (isInPath(name, operation.getKey())) {
          facts(name, Json.object(operation.getValue())).putAll(Json.object(row.get("facts")));
          used = true;
        }
      }
      if (!used) {
        throw new IllegalArgumentException(
            "overrides.json: no path has the parameter '" + name + "'");
      }
    }
  }

  private static boolean isInPath(String name, String title) {
    Matcher parameter = PARAMETER.matcher(title);
    return parameter.results().anyMatch(match -> match.group(1).equals(name));
  }

  /** Returns the facts of a parameter, adding it if the schema does not declare it. */
  private static Map<String, @Nullable Object> facts(
      String name, Map<String, @Nullable Object> operation) {
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    parameters.putIfAbsent(name, new LinkedHashMap<String, @Nullable Object>());
    return Json.object(parameters.get(name));
  }
}
