package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a result with the fields and types in {@code operations/observed.txt}. A field that was
 * not observed may have any type.
 */
final class ObservedTypes {
  private static final Map<String, Set<String>> TYPES = new HashMap<>();

  /** By object: the fields that were always there. */
  private static final Map<String, Set<String>> FIELDS = new HashMap<>();

  static {
    OperationCases.table("observed.txt").forEach(ObservedTypes::add);
  }

  private ObservedTypes() {}

  private static void add(List<String> row) {
    String field = row.get(1).replace("!", "");
    if (!field.equals(row.get(1))) {
      int dot = field.lastIndexOf('.');
      FIELDS
          .computeIfAbsent(
              row.get(0) + " " + (dot < 0 ? "" : field.substring(0, dot)), key -> new TreeSet<>())
          .add(field.substring(dot + 1));
    }
    TYPES.put(row.get(0) + " " + field, Set.of(row.get(2).split("\\|")));
  }

  /** Returns each field that is missing or has a type that the server was not seen to answer. */
  static Set<String> differences(String operation, @Nullable Object result) {
    Set<String> differences = new TreeSet<>();
    compare(operation, "", result, differences);
    return differences;
  }

  private static void compare(
      String operation, String field, @Nullable Object value, Set<String> differences) {
    String name = field.isEmpty() ? "(result)" : field;
    Set<String> types = TYPES.getOrDefault(operation + " " + name, Set.of("null"));
    String type = typeOf(value);
    // A field that was only seen without a value may have any type.
    if (!types.equals(Set.of("null")) && !types.contains(type)) {
      differences.add(name + ": is " + type + ", but was observed as " + types);
    }
    JsonCodec.array(value).forEach(item -> compare(operation, field + "[]", item, differences));
    if (value instanceof Map) {
      for (String always : FIELDS.getOrDefault(operation + " " + field, Set.of())) {
        if (!JsonCodec.object(value).containsKey(always)) {
          differences.add(name + "." + always + ": is missing, but was always observed");
        }
      }
    }
    JsonCodec.object(value)
        .forEach(
            (key, one) ->
                compare(operation, field.isEmpty() ? key : field + "." + key, one, differences));
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
    return value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
  }
}
