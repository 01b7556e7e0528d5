package io.github.proxmoxmpc.codegen.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The enumerations that the overrides name, because several places of the API share them or because
 * their generated names would clash: the section {@code enumerations} of the overrides.
 *
 * <p>A row names the type, the fields that have it, all of its values, and optionally the paths
 * under which it applies. A field with one of these names gets the type if the row has all of its
 * values. A place may take or return fewer values than the type has: requests are checked against
 * the values of their own place.
 */
final class SharedEnumerations {
  /** The fact that holds the row of the shared enumeration of a value. */
  static final String FACT = "sharedEnumeration";

  private final List<Row> rows;

  private static final class Row {
    private final Map<String, @Nullable Object> facts;
    private final List<String> fields;
    private final List<String> values;

    /** The paths under which the row applies; empty if it applies everywhere. */
    private final List<String> paths;

    private boolean used;

    Row(Map<String, @Nullable Object> facts) {
      this.facts = facts;
      this.fields = texts("fields");
      this.values = texts("values");
      this.paths = texts("under");
    }

    private List<String> texts(String fact) {
      return Json.list(facts.get(fact)).stream().map(String::valueOf).toList();
    }

    boolean fits(Value value) {
      return fields.contains(value.name())
          && values.containsAll(value.schema().values())
          && (paths.isEmpty() || paths.stream().anyMatch(pathOf(value)::startsWith));
    }

    private static String pathOf(Value value) {
      return value.operation().substring(value.operation().indexOf(' ') + 1);
    }
  }

  private SharedEnumerations(List<?> rows) {
    this.rows = rows.stream().map(row -> new Row(Json.object(row))).toList();
  }

  /**
   * Writes each row into the facts of the values that it fits. If several rows fit a value, the
   * first one counts.
   *
   * @throws IllegalArgumentException if a row is not used for any value
   */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    SharedEnumerations shared = new SharedEnumerations(rows);
    Value.visitAll(operations, shared::enter);
    List<String> idle =
        shared.rows.stream()
            .filter(row -> !row.used)
            .map(row -> String.valueOf(row.facts.get("type")))
            .toList();
    if (!idle.isEmpty()) {
      throw new IllegalArgumentException(
          "overrides.json: these rows of \"enumerations\" fit no value of the schema: " + idle);
    }
  }

  private void enter(Value value) {
    if (value.schema().isEnumeration()) {
      rows.stream()
          .filter(row -> row.fits(value))
          .findFirst()
          .ifPresent(
              row -> {
                row.used = true;
                value.facts().put(FACT, row.facts);
              });
    }
  }
}
