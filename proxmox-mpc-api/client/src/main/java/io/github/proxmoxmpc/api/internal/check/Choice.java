package io.github.proxmoxmpc.api.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a parameter that depend on the value of another parameter, mostly of a {@code type}.
 * {@link Rule} fills it; nothing changes it afterwards.
 */
final class Choice {
  private final String other;
  private List<String> allowing = List.of();
  private final Set<String> requiring = new TreeSet<>();
  private final Map<String, PropertyRules> properties = new HashMap<>();
  private final Map<String, List<String>> values = new HashMap<>();

  Choice(String other) {
    this.other = other;
  }

  String other() {
    return other;
  }

  void allow(List<String> types) {
    allowing = types;
  }

  void require(List<String> types) {
    requiring.addAll(types);
  }

  void property(String type, PropertyRules rules) {
    properties.put(type, rules);
  }

  void values(String type, List<String> allowed) {
    values.put(type, allowed);
  }

  /** Returns the value of the parameter that decides; null if it is not set. */
  @Nullable String made(Map<String, List<String>> others) {
    List<String> made = others.get(other);
    return made == null || made.isEmpty() ? null : made.get(0);
  }

  /** Returns why the parameter must not be set; null if it may be set. */
  @Nullable String misplaced(Map<String, List<String>> others) {
    String type = made(others);
    return type == null || allowing.isEmpty() || allowing.contains(type)
        ? null
        : "is only for '" + other + "' " + String.join(", ", allowing) + ", not for " + type;
  }

  /** Returns why the parameter must be set; null if it is optional. */
  @Nullable String missing(Map<String, List<String>> others) {
    String type = made(others);
    return type != null && requiring.contains(type)
        ? "is required if '" + other + "' is " + type + ", and was not set"
        : null;
  }

  /** Returns the rule that a value breaks; null if it is valid. */
  @Nullable String fault(String value, Map<String, List<String>> others) {
    String type = made(others);
    List<String> allowed = type == null ? null : values.get(type);
    return allowed == null || allowed.contains(value)
        ? null
        : "must be one of " + String.join(", ", allowed) + " if '" + other + "' is " + type;
  }

  /** Returns whether the text may contain a secret for any value of the other parameter. */
  boolean holdsSecret() {
    return properties.values().stream().anyMatch(PropertyRules::holdsSecret);
  }

  /** Returns the rules of the property string; null if the parameter is of another kind. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    String type = made(others);
    return type == null ? null : properties.get(type);
  }
}
