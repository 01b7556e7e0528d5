package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a result with the type that the schema declares. Real servers contradict the schema in
 * some fields; {@code operations/contradictions.txt} lists what Proxmox VE 9.2.11 was seen to
 * answer there, and both are accepted.
 */
final class DeclaredResult {
  private static final Map<String, Set<String>> CONTRADICTIONS = contradictions();

  private final String operation;
  private final List<String> differences = new ArrayList<>();

  private DeclaredResult(String operation) {
    this.operation = operation;
  }

  /** Returns each difference between a result and its declared type. */
  static List<String> differences(String operation, @Nullable Object result) {
    DeclaredResult declared = new DeclaredResult(operation);
    declared.compare("", JsonCodec.object(SchemaFacts.of(operation).get("returns")), result);
    return declared.differences;
  }

  private void compare(
      String field, Map<String, @Nullable Object> declared, @Nullable Object value) {
    String type = declared.get("type") instanceof String text ? text : "any";
    if (!hasType(type, value)) {
      String observed = typeOf(value);
      if (!isSeen(field, observed)) {
        differences.add(name(field) + ": declared " + type + ", but is " + observed);
      }
      return;
    }
    Map<String, @Nullable Object> properties = JsonCodec.object(declared.get("properties"));
    if (value instanceof Map<?, ?>) {
      Map<String, @Nullable Object> object = JsonCodec.object(value);
      properties.forEach(
          (name, facts) -> compareField(field, name, JsonCodec.object(facts), object));
    } else if (value instanceof List<?> && declared.containsKey("items")) {
      Map<String, @Nullable Object> items = JsonCodec.object(declared.get("items"));
      JsonCodec.array(value).forEach(one -> compare(field + "[]", items, one));
    }
  }

  private void compareField(
      String field,
      String name,
      Map<String, @Nullable Object> facts,
      Map<String, @Nullable Object> object) {
    String path = field.isEmpty() ? name : field + "." + name;
    if (object.containsKey(name)) {
      compare(path, facts, object.get(name));
    } else if (!name.endsWith("[n]")
        && !Long.valueOf(1).equals(facts.get("optional"))
        && !facts.containsKey("oneOf")
        && !isSeen(path, "absent")) {
      differences.add(path + ": declared, but is absent");
    }
  }

  private boolean isSeen(String field, String observed) {
    return CONTRADICTIONS.getOrDefault(operation + " " + name(field), Set.of()).contains(observed);
  }

  private static String name(String field) {
    return field.isEmpty() ? "(result)" : field;
  }

  private static boolean hasType(String type, @Nullable Object value) {
    return switch (type) {
      case "null" -> value == null;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long;
      case "number" -> value instanceof Long || value instanceof BigDecimal;
      case "boolean" -> Long.valueOf(0).equals(value) || Long.valueOf(1).equals(value);
      case "array" -> value instanceof List;
      case "object" -> value instanceof Map;
      default -> true;
    };
  }

  private static String typeOf(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map) {
      return "object";
    }
    if (value instanceof List) {
      return "array";
    }
    if (value instanceof Long) {
      return "integer";
    }
    return value instanceof String ? "string" : value instanceof Boolean ? "jsonbool" : "number";
  }

  private static Map<String, Set<String>> contradictions() {
    Map<String, Set<String>> seen = new HashMap<>();
    for (List<String> row : OperationCases.table("contradictions.txt")) {
      seen.computeIfAbsent(row.get(0) + " " + row.get(1), missing -> new HashSet<>())
          .add(row.get(2));
    }
    return seen;
  }
}
