package io.github.proxmoxmpc.api.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type, as the schema file tells it.
 *
 * @param map the facts by name
 */
public record Facts(Map<String, @Nullable Object> map) {
  // PVE::QemuServer::parse_hotplug_features and PVE::Firewall split them.
  private static final Set<String> LISTS =
      Set.of("pve-hotplug-features", "pve-fw-conntrack-helper");

  /** Returns the type: declared, or derived from the other facts. */
  String type() {
    Object type = map.get("type");
    if (type != null) {
      return type.toString();
    }
    return map.containsKey("properties") ? "object" : "any";
  }

  /** Returns the alternatives: itself, or several that depend on another parameter. */
  List<Facts> alternatives() {
    if (!has("type-property") || !(map.get("oneOf") instanceof List<?> choices)) {
      return List.of(this);
    }
    List<Facts> alternatives = new ArrayList<>();
    for (Object choice : choices) {
      Map<String, @Nullable Object> facts = new LinkedHashMap<>(SchemaFile.object(choice));
      facts.put("type-property", map.get("type-property"));
      alternatives.add(new Facts(facts));
    }
    return alternatives;
  }

  /** Returns whether it is optional, regardless of other parameters. */
  boolean isOptional() {
    return alternatives().stream().allMatch(each -> each.text("optional").equals("1"));
  }

  boolean has(String fact) {
    return map.get(fact) != null;
  }

  String text(String fact) {
    return String.valueOf(map.get(fact));
  }

  @Nullable String textOrNull(String fact) {
    return has(fact) ? text(fact) : null;
  }

  /** The same where some facts are not known. */
  Facts without(String... facts) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(map);
    others.keySet().removeAll(List.of(facts));
    return new Facts(others);
  }

  /** A fact that is a number; null where there is none, or where it is given in other words. */
  @Nullable BigDecimal number(String fact) {
    try {
      return has(fact) ? new BigDecimal(text(fact)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  List<String> values() {
    return map.get("enum") instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Returns the facts of each value: of an element of a list, or of the value itself. */
  Facts listed() {
    return has("items") ? items() : this;
  }

  /** The first release with one of its values; null where all have it that have the rest. */
  @Nullable String valueSince(String value) {
    return new Facts(SchemaFile.object(map.get("valueSince"))).textOrNull(value);
  }

  Facts items() {
    return new Facts(SchemaFile.object(map.get("items")));
  }

  /**
   * Returns the facts of the elements; if they depend on another field, those of the first
   * alternative.
   */
  Facts itemsOfAnyKind() {
    return !map.containsKey("items") && map.get("oneOf") instanceof List<?> choices
        ? new Facts(SchemaFile.object(choices.get(0))).items()
        : items();
  }

  /** The fields of an object; what holds objects like itself is told once, and found in each. */
  Map<String, Facts> properties() {
    Map<String, Facts> fields = named("properties");
    fields.replaceAll((name, field) -> field.items().has("itself") ? field.holding(this) : field);
    return fields;
  }

  private Facts holding(Facts items) {
    Map<String, @Nullable Object> element = new LinkedHashMap<>(items.map);
    element.put("itself", BigDecimal.ONE);
    Map<String, @Nullable Object> list = new LinkedHashMap<>(map);
    list.put("items", element);
    return new Facts(list);
  }

  /** The keys of a property string; empty where the format is none, or has but a name. */
  Map<String, Facts> keys() {
    return map.get("format") instanceof Map<?, ?> ? named("format") : Map.of();
  }

  /**
   * Returns the meaning of a text or a number: the type of an identifier, {@code secret}, or a
   * unit; may be null.
   */
  @Nullable String meaning() {
    return has("meaning") ? text("meaning") : null;
  }

  /** The same of each element of a list that is one text. */
  @Nullable String elementMeaning() {
    return has("elementMeaning") ? text("elementMeaning") : null;
  }

  /** The type of the property string that it is; null where it is none. */
  @Nullable String propertyType() {
    return has("propertyType") ? text("propertyType") : null;
  }

  /** The keys of the type of property strings that it is, some of which it may not take. */
  Map<String, Facts> propertyKeys() {
    return named("propertyKeys");
  }

  /** The keys that it may have, also where the format has but a name. */
  Map<String, Facts> takenKeys() {
    return keys().isEmpty() ? named("namedKeys") : keys();
  }

  /** Whether one text is a list: by its format, as the server takes it apart, or as it is told. */
  boolean isTextList() {
    return type().equals("string")
        && (text("format").endsWith("-list")
            || LISTS.contains(text("format"))
            || has("elementMeaning"));
  }

  private Map<String, Facts> named(String fact) {
    Map<String, Facts> named = new LinkedHashMap<>();
    SchemaFile.object(map.get(fact))
        .forEach((name, facts) -> named.put(name, new Facts(SchemaFile.object(facts))));
    return named;
  }
}
