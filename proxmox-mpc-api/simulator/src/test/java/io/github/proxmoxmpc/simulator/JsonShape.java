package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a JSON value: its type, the fields of objects, and one shape for all items of a
 * list. A field that not all items have ends with {@code ?}. An empty list has the shape {@code
 * []}.
 */
final class JsonShape {
  private JsonShape() {}

  /** Returns the first difference between a value and the recorded shape, or null. */
  static @Nullable String difference(@Nullable Object recorded, @Nullable Object value) {
    return difference("data", recorded, of(value));
  }

  private static @Nullable String difference(
      String at, @Nullable Object recorded, @Nullable Object actual) {
    if (recorded instanceof Map && actual instanceof Map) {
      return fields(at, JsonCodec.object(recorded), JsonCodec.object(actual));
    }
    if (recorded instanceof List && actual instanceof List) {
      List<@Nullable Object> one = JsonCodec.array(recorded);
      List<@Nullable Object> other = JsonCodec.array(actual);
      if (one.isEmpty()) {
        return null;
      }
      return other.isEmpty() ? at + " is empty" : difference(at + "[]", one.get(0), other.get(0));
    }
    if (recorded instanceof String types && actual instanceof String type) {
      return List.of(types.split("\\|")).containsAll(List.of(type.split("\\|")))
          ? null
          : at + " is " + type + " instead of " + types;
    }
    return at + " is " + actual + " instead of " + recorded;
  }

  private static @Nullable String fields(
      String at, Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> actual) {
    for (Map.Entry<String, @Nullable Object> field : recorded.entrySet()) {
      String name = bare(field.getKey());
      Object found = actual.containsKey(name) ? actual.get(name) : actual.get(name + "?");
      if (found == null) {
        if (name.equals(field.getKey())) {
          return at + "." + name + " is missing";
        }
        continue;
      }
      String difference = difference(at + "." + name, field.getValue(), found);
      if (difference != null) {
        return difference;
      }
    }
    for (String name : actual.keySet()) {
      if (!recorded.containsKey(bare(name)) && !recorded.containsKey(bare(name) + "?")) {
        return at + "." + bare(name) + " is not on the server";
      }
    }
    return null;
  }

  private static String bare(String name) {
    return name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
  }

  private static Object of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map) {
      Map<String, Object> shape = new TreeMap<>();
      JsonCodec.object(value).forEach((name, field) -> shape.put(name, of(field)));
      return shape;
    }
    if (value instanceof List) {
      return JsonCodec.array(value).stream()
          .map(JsonShape::of)
          .reduce(JsonShape::merge)
          .<Object>map(List::of)
          .orElse(List.of());
    }
    return value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
  }

  private static Object merge(Object one, Object other) {
    if (one.equals(other)) {
      return one;
    }
    if (one instanceof Map && other instanceof Map) {
      return mergeFields(JsonCodec.object(one), JsonCodec.object(other));
    }
    if (one instanceof List && other instanceof List) {
      List<@Nullable Object> left = JsonCodec.array(one);
      List<@Nullable Object> right = JsonCodec.array(other);
      if (left.isEmpty() || right.isEmpty()) {
        return left.isEmpty() ? other : one;
      }
      return List.of(merge(present(left.get(0)), present(right.get(0))));
    }
    if (one instanceof String && other instanceof String) {
      TreeSet<String> types = new TreeSet<>(List.of(one.toString().split("\\|")));
      types.addAll(List.of(other.toString().split("\\|")));
      return String.join("|", types);
    }
    return "any";
  }

  private static Map<String, Object> mergeFields(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    TreeSet<String> names = new TreeSet<>();
    one.keySet().forEach(name -> names.add(bare(name)));
    other.keySet().forEach(name -> names.add(bare(name)));
    Map<String, Object> merged = new TreeMap<>();
    for (String name : names) {
      boolean everywhere = one.containsKey(name) && other.containsKey(name);
      Object left = one.containsKey(name) ? one.get(name) : one.get(name + "?");
      Object right = other.containsKey(name) ? other.get(name) : other.get(name + "?");
      Object shape =
          left == null || right == null ? present(left == null ? right : left) : merge(left, right);
      merged.put(everywhere ? name : name + "?", shape);
    }
    return merged;
  }

  private static Object present(@Nullable Object shape) {
    return java.util.Objects.requireNonNull(shape);
  }
}
