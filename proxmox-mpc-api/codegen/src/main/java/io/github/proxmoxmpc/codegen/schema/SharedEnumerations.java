package io.github.proxmoxmpc.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The enumerations that several places of the API share, read from the overrides. A row names the
 * type, the fields that have it, and all of its values; a field of one of these names whose values
 * are among them gets the type. A place may take or answer fewer values than the type has: requests
 * are checked against the values of their own place.
 */
final class SharedEnumerations {
  /** The fact that holds the row of the shared enumeration that a value has. */
  static final String FACT = "sharedEnumeration";

  private final List<Row> rows = new ArrayList<>();

  private static final class Row {
    private final Map<String, @Nullable Object> facts;
    private final List<String> fields;
    private final List<String> values;
    private final @Nullable String path;
    private boolean used;

    Row(Map<String, @Nullable Object> facts) {
      this.facts = facts;
      this.fields = texts("fields");
      this.values = texts("values");
      this.path = (String) facts.get("under");
    }

    private List<String> texts(String fact) {
      return Json.list(facts.get(fact)).stream().map(String::valueOf).toList();
    }

    boolean fits(String operation, String field, TypeSchema schema) {
      return fields.contains(field)
          && values.containsAll(schema.values())
          && (path == null || operation.substring(operation.indexOf(' ') + 1).startsWith(path));
    }
  }

  private SharedEnumerations(List<?> rows) {
    rows.forEach(row -> this.rows.add(new Row(Json.object(row))));
  }

  /**
   * Writes the rows into the facts of the values that they fit.
   *
   * @throws IllegalArgumentException if a row fits no value
   */
  static void enter(List<?> rows, Map<String, @Nullable Object> operations) {
    SharedEnumerations shared = new SharedEnumerations(rows);
    operations.forEach((title, facts) -> shared.enter(title, Json.object(facts)));
    shared.rows.stream()
        .filter(row -> !row.used)
        .findFirst()
        .ifPresent(
            row -> {
              throw new IllegalArgumentException(
                  "overrides.json: this enumeration fits no value of the schema: " + row.facts);
            });
  }

  private void enter(String operation, Map<String, @Nullable Object> facts) {
    Json.object(facts.get("parameters"))
        .forEach((name, value) -> walk(operation, name, Json.object(value)));
    walk(operation, "", Json.object(facts.get("returns")));
  }

  private void walk(String operation, String field, Map<String, @Nullable Object> facts) {
    TypeSchema schema = new TypeSchema(facts);
    if (schema.isEnumeration()) {
      rows.stream()
          .filter(row -> row.fits(operation, field, schema))
          .findFirst()
          .ifPresent(
              row -> {
                row.used = true;
                facts.put(FACT, row.facts);
              });
    }
    if (facts.get("items") != null) {
      walk(operation, field, Json.object(facts.get("items")));
    }
    Json.list(facts.get("oneOf")).forEach(each -> walk(operation, field, Json.object(each)));
    Json.object(facts.get("properties"))
        .forEach((name, value) -> walk(operation, name, Json.object(value)));
  }
}
