package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.ElementKey;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The elements of operations that come and go with releases, each by its {@link ElementKey}. */
final class Elements {
  static final String SINCE = "since";
  private static final String VALUE_SINCE = "valueSince";

  private Elements() {}

  /** Called with each element, what holds it before what is held. */
  interface Visitor {
    /**
     * Visits one element.
     *
     * @param key its name
     * @param holder the name of what holds it; empty for an operation
     * @param facts its facts; a value has none but its {@code since}
     */
    void visit(String key, String holder, Map<String, @Nullable Object> facts);
  }

  /** Goes through all elements of some operations. */
  static void visitAll(Map<String, @Nullable Object> operations, Visitor visitor) {
    operations.forEach((title, operation) -> visit(title, Json.object(operation), visitor));
  }

  private static void visit(
      String title, Map<String, @Nullable Object> operation, Visitor visitor) {
    ElementKey whole = ElementKey.of(title);
    visitor.visit(title, "", operation);
    Json.object(operation.get("parameters"))
        .forEach(
            (parameter, value) -> {
              Map<String, @Nullable Object> schema = Json.object(value);
              ElementKey key = whole.withParameter(parameter);
              visitor.visit(key.toString(), title, schema);
              visitParts(key, TypeSchema.listed(schema), visitor);
            });
  }

  private static void visitParts(
      ElementKey key, Map<String, @Nullable Object> schema, Visitor visitor) {
    visitValues(key, schema, visitor);
    if (schema.get("format") instanceof Map<?, ?> format) {
      Json.object(format)
          .forEach(
              (part, facts) -> {
                if (facts instanceof Map<?, ?>) {
                  ElementKey partKey = key.withPart(part);
                  visitor.visit(partKey.toString(), key.toString(), Json.object(facts));
                  visitValues(partKey, Json.object(facts), visitor);
                }
              });
    }
  }

  /** Values are no maps, so their since stands beside the enum, by value. */
  private static void visitValues(
      ElementKey key, Map<String, @Nullable Object> schema, Visitor visitor) {
    Map<String, @Nullable Object> since = new TreeMap<>(Json.object(schema.get(VALUE_SINCE)));
    for (Object value : Json.list(schema.get("enum"))) {
      String name = String.valueOf(value);
      Map<String, @Nullable Object> facts = new LinkedHashMap<>();
      if (since.get(name) != null) {
        facts.put(SINCE, since.get(name));
      }
      visitor.visit(key.withValue(name).toString(), key.toString(), facts);
      if (facts.get(SINCE) != null) {
        since.put(name, facts.get(SINCE));
        schema.put(VALUE_SINCE, since);
      }
    }
  }
}
