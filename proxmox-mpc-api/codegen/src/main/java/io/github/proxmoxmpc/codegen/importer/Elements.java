package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.ElementKey;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Visits the elements that releases add and remove, each with its {@link ElementKey}. */
final class Elements {
  static final String SINCE = "since";
  private static final String VALUE_SINCE = "valueSince";

  private Elements() {}

  /** Receives each element, outer elements before inner ones. */
  interface Visitor {
    /**
     * Visits one element.
     *
     * @param key the key of the element
     * @param holder the key of the element that contains it; empty for an operation
     * @param facts the facts of the element; a value has only its {@code since}
     */
    void visit(String key, String holder, Map<String, @Nullable Object> facts);
  }

  /** Visits all elements of the operations. */
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

  /**
   * Visits the values of an enumeration. As they are not maps, the enumeration holds their since.
   */
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
