package io.github.proxmoxmpc.api.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a parameter depends on the value of another, mostly on a {@code type}. Filled by {@link
 * Rule}, and not changed after.
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

  /** The value of the parameter that decides; null where it is not set. */
  @Nullable String made(Map<String, List<String>> others) {
    List<String> made = others.get(other);
    return made == null || made.isEmpty() ? null : made.get(0);
  }

  /** Why the parameter may not be set; null where it may. */
  @Nullable String misplaced(Map<String, List<String>> others) {
    String type = made(others);
    return type == null || allowing.isEmpty() || allowing.contains(type)
        ? null
        : "is only for '" + other + "' " + String.join(", ", allowing) + ", not for " + type;
  }

  /** Why the parameter must be set; null where it need not. */
  @Nullable String missing(Map<String, List<String>> others) {
    String type = made(others);
    return type != null && requiring.contains(type)
        ? "is required where '" + other + "' is " + type + ", and was not set"
        : null;
  }

  /** What is wrong with a value; null where nothing is. */
  @Nullable String fault(String value, Map<String, List<String>> others) {
    String type = made(others);
    List<String> allowed = type == null ? null : values.get(type);
    return allowed == null || allowed.contains(value)
        ? null
        : "must be one of " + String.join(", ", allowed) + " where '" + other + "' is " + type;
  }

  /** Whether the text may hold what nobody should see, whatever is chosen. */
  boolean holdsSecret() {
    return properties.values().stream().anyMatch(PropertyRules::holdsSecret);
  }

  /** The rules of the property string that it is; null where it is none. */
  @Nullable PropertyRules property(Map<String, List<String>> others) {
    String type = made(others);
    return type == null ? null : properties.get(type);
  }
}
