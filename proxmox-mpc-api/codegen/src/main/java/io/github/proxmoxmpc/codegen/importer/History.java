package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * In which release each operation, parameter, key of a property string and value came, and in which
 * it was seen last.
 *
 * <p>In the file an element carries its {@code since} only where it is younger than what holds it.
 */
final class History {
  private static final String SINCE = "since";
  private static final String VALUE_SINCE = "valueSince";

  private final List<String> releases;
  private final Map<String, String> since;
  private final Map<String, @Nullable Object> gone;
  private final @Nullable String newest;

  private History(
      List<String> releases, Map<String, String> since, Map<String, @Nullable Object> gone) {
    this.releases = releases;
    this.since = since;
    this.gone = gone;
    this.newest = releases.isEmpty() ? null : releases.get(releases.size() - 1);
  }

  /** What a schema file knows. */
  static History of(Map<String, @Nullable Object> schema) {
    List<String> releases = new ArrayList<>();
    Json.list(schema.get("releases")).forEach(release -> releases.add(String.valueOf(release)));
    Map<String, String> since = new TreeMap<>();
    Json.object(schema.get("operations"))
        .forEach(
            (name, operation) ->
                visit(
                    name,
                    Json.object(operation),
                    (key, holder, element) ->
                        since.put(
                            key,
                            String.valueOf(
                                element.getOrDefault(SINCE, since.getOrDefault(holder, ""))))));
    return new History(releases, since, new TreeMap<>(Json.object(schema.get("gone"))));
  }

  /** Enters the operations of a release: gives each element its since, and finds what is gone. */
  void enter(String release, Map<String, @Nullable Object> operations) {
    if (!releases.contains(release)) {
      releases.add(release);
    }
    Map<String, String> seen = new LinkedHashMap<>();
    operations.forEach(
        (name, operation) ->
            visit(
                name,
                Json.object(operation),
                (key, holder, element) -> {
                  String from = since.getOrDefault(key, release);
                  seen.put(key, from);
                  gone.remove(key);
                  if (!from.equals(seen.get(holder))) {
                    element.put(SINCE, from);
                  }
                }));
    operations.values().forEach(operation -> foldValues(Json.object(operation)));
    since.forEach(
        (key, from) -> {
          if (!seen.containsKey(key) && newest != null) {
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            facts.put(SINCE, from);
            facts.put("until", newest);
            gone.put(key, facts);
          }
        });
  }

  List<String> releases() {
    return releases;
  }

  Map<String, @Nullable Object> gone() {
    return gone;
  }

  private interface Visitor {
    void visit(String key, String holder, Map<String, @Nullable Object> element);
  }

  private static void visit(String name, Map<String, @Nullable Object> operation, Visitor visitor) {
    visitor.visit(name, "", operation);
    Json.object(operation.get("parameters"))
        .forEach(
            (parameter, value) -> {
              Map<String, @Nullable Object> schema = Json.object(value);
              String key = name + " ? " + parameter;
              visitor.visit(key, name, schema);
              visitValues(key, schema, visitor);
              if (schema.get("format") instanceof Map<?, ?> format) {
                Json.object(format)
                    .forEach(
                        (part, partSchema) -> {
                          if (partSchema instanceof Map<?, ?>) {
                            visitor.visit(key + " . " + part, key, Json.object(partSchema));
                          }
                        });
              }
            });
  }

  /** Values are no maps, so their since stands beside the enum, by value. */
  private static void visitValues(
      String key, Map<String, @Nullable Object> schema, Visitor visitor) {
    Map<String, @Nullable Object> valueSince = Json.object(schema.get(VALUE_SINCE));
    for (Object value : Json.list(schema.get("enum"))) {
      Map<String, @Nullable Object> element = new LinkedHashMap<>();
      Object from = valueSince.get(String.valueOf(value));
      if (from != null) {
        element.put(SINCE, from);
      }
      visitor.visit(key + " = " + value, key, element);
      if (element.get(SINCE) != null && from == null) {
        valueSince.put(String.valueOf(value), element.get(SINCE));
        schema.put(VALUE_SINCE, valueSince);
      }
    }
  }

  /** Keeps {@code valueSince} sorted, and away where it says nothing. */
  private static void foldValues(Map<String, @Nullable Object> operation) {
    Json.object(operation.get("parameters"))
        .values()
        .forEach(
            value -> {
              Map<String, @Nullable Object> schema = Json.object(value);
              if (schema.get(VALUE_SINCE) instanceof Map<?, ?> values) {
                schema.put(VALUE_SINCE, new TreeMap<>(Json.object(values)));
              }
            });
  }
}
