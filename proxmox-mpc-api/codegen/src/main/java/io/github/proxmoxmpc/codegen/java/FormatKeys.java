package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a format in all its variants. Requests take precedence; results only add the keys
 * that no request has.
 */
final class FormatKeys {
  private static final Map<String, String> KIND_BY_TYPE =
      Map.of("boolean", "BOOLEAN", "integer", "NUMBER", "number", "NUMBER");
  private static final Map<String, String> KIND_BY_FORMAT =
      Map.of("disk-size", "SIZE", "mac-addr", "MAC");

  private final Map<String, TypeSchema> taken = new TreeMap<>();
  private final Map<String, TypeSchema> answered = new TreeMap<>();
  private final Set<String> optional = new HashSet<>();
  private boolean anyTaken;

  /** Receives each key that is not an alias. */
  interface Visitor {
    void visit(String key, TypeSchema schema, boolean isRequired);
  }

  boolean isEmpty() {
    return taken.isEmpty() && answered.isEmpty();
  }

  void addTaken(Map<String, TypeSchema> keys) {
    if (anyTaken) {
      // A key that some variants lack is optional.
      taken.keySet().stream().filter(key -> !keys.containsKey(key)).forEach(optional::add);
      keys.keySet().stream().filter(key -> !taken.containsKey(key)).forEach(optional::add);
    }
    anyTaken = true;
    keys.forEach((key, schema) -> taken.merge(key, schema, FormatKeys::union));
    keys.forEach(
        (key, schema) -> {
          if (schema.optional()) {
            optional.add(key);
          }
        });
  }

  void addAnswered(Map<String, TypeSchema> keys) {
    keys.forEach((key, schema) -> answered.merge(key, schema, FormatKeys::union));
  }

  /** Returns a schema with the values of both. */
  private static TypeSchema union(TypeSchema one, TypeSchema other) {
    if (one.equals(other) || one.values().equals(other.values())) {
      return one;
    }
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(one.facts());
    List<String> values = new ArrayList<>(one.values());
    other.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
    facts.put("enum", new ArrayList<>(values));
    return new TypeSchema(facts);
  }

  private Map<String, TypeSchema> all() {
    Map<String, TypeSchema> all = new TreeMap<>(answered);
    all.putAll(taken);
    return all;
  }

  void each(Visitor visitor) {
    all()
        .forEach(
            (key, schema) -> {
              if (schema.text("alias") == null) {
                boolean isRequired = taken.containsKey(key) && !optional.contains(key);
                visitor.visit(key, schema, isRequired);
              }
            });
  }

  /** Returns the expression for the keys: calls of {@code PropertyKeys}. */
  String code(List<String> requiredLiterals) {
    StringBuilder code = new StringBuilder("PropertyKeys.of(");
    code.append(String.join(", ", requiredLiterals)).append(')');
    Map<String, String> aliases = new TreeMap<>();
    Map<String, String> pairs = new TreeMap<>();
    List<String> names = new ArrayList<>();
    all()
        .forEach(
            (key, schema) -> {
              String alias = schema.text("alias");
              String keyAlias = schema.text("keyAlias");
              if (Json.truth(schema.facts().get("default_key"))) {
                code.append(".withDefault(").append(JavaText.literal(key)).append(')');
              }
              if (alias != null && keyAlias != null) {
                pairs.put(keyAlias, alias);
                names.add(JavaText.literal(key));
              } else if (alias != null) {
                aliases.put(key, alias);
              }
            });
    if (!aliases.isEmpty()) {
      code.append(".withAliases(").append(mapOf(aliases)).append(')');
    }
    if (pairs.size() > 1) {
      throw new IllegalArgumentException("a format can have only one pair of keys: " + pairs);
    }
    if (!pairs.isEmpty()) {
      code.append(".withPair(").append(mapOf(pairs));
      names.forEach(name -> code.append(", ").append(name));
      code.append(')');
    }
    for (Map.Entry<String, List<String>> kind : kinds().entrySet()) {
      code.append(".withKind(ValueKind.").append(kind.getKey()).append(", ");
      code.append(String.join(", ", kind.getValue())).append(')');
    }
    return code.toString();
  }

  /** Returns the keys, as literals, whose values have several spellings, by the kind of value. */
  private Map<String, List<String>> kinds() {
    Map<String, List<String>> kinds = new TreeMap<>();
    all()
        .forEach(
            (key, schema) -> {
              String kind =
                  KIND_BY_TYPE.getOrDefault(
                      schema.type(), KIND_BY_FORMAT.get(String.valueOf(schema.formatName())));
              if (kind != null && schema.text("alias") == null) {
                kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(JavaText.literal(key));
              }
            });
    return kinds;
  }

  private static String mapOf(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> JavaText.literal(entry.getKey()) + ", " + JavaText.literal(entry.getValue()))
        .collect(Collectors.joining(", ", "Map.of(", ")"));
  }
}
