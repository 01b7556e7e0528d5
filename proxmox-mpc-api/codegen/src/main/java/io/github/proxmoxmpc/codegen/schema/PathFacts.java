package io.github.proxmoxmpc.codegen.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the schema does not tell of the parameters of paths: the section {@code paths} of the
 * overrides. A row adds facts to the parameter of a name, wherever it stands in a path.
 */
final class PathFacts {
  /** The fact that the parameter takes the rest of the path, slashes included. */
  static final String TAKES_REST = "takesRest";

  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  private PathFacts() {}

  /** Enters the rows of the overrides into the operations. */
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

  /** The facts of a parameter; of some that stand in the path the schema says nothing. */
  private static Map<String, @Nullable Object> facts(
      String name, Map<String, @Nullable Object> operation) {
    Map<String, @Nullable Object> parameters = Json.object(operation.get("parameters"));
    parameters.putIfAbsent(name, new LinkedHashMap<String, @Nullable Object>());
    return Json.object(parameters.get(name));
  }
}
