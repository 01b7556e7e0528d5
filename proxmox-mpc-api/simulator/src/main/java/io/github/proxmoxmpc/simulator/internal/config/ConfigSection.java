package io.github.proxmoxmpc.simulator.internal.config;

import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.schema.Booleans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One section of a configuration file: current, pending, or a snapshot. */
public final class ConfigSection {
  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<List<String>> rawLxc = new ArrayList<>();

  ConfigSection() {}

  ConfigSection copy() {
    ConfigSection copy = new ConfigSection();
    copy.values.putAll(values);
    copy.rawLxc.addAll(rawLxc);
    return copy;
  }

  /** Returns the value of a key as text, or null. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /** Returns the value of a key, or the given default. */
  public String get(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  /** Returns whether a boolean key is set and true. */
  public boolean isTrue(String key) {
    return "1".equals(values.get(key));
  }

  /** Returns all keys, sorted. A pending section with deletions has the key {@code delete}. */
  public Set<String> keys() {
    return new TreeSet<>(values.keySet());
  }

  /** Sets a key. */
  public void set(String key, String value) {
    values.put(key, value);
  }

  /** Removes a key. */
  public void remove(String key) {
    values.remove(key);
  }

  boolean isEmpty() {
    return values.isEmpty() && rawLxc.isEmpty();
  }

  Map<String, String> values() {
    return values;
  }

  List<List<String>> rawLxc() {
    return rawLxc;
  }

  /** Returns the keys that a pending section deletes. */
  public Set<String> deletions() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(get("delete", "").split("[,;\\s]+"))
        .filter(key -> !key.isEmpty())
        .map(key -> key.startsWith("!") ? key.substring(1) : key)
        .forEach(keys::add);
    return keys;
  }

  void setDeletions(Set<String> keys) {
    if (keys.isEmpty()) {
      values.remove("delete");
    } else {
      values.put("delete", String.join(",", keys));
    }
  }

  /**
   * Returns the section as a response shows it: numbers for booleans and integers, text for the
   * rest.
   */
  Map<String, @Nullable Object> typed(OptionSchema types) {
    JsonMap response = new JsonMap();
    values.forEach((key, value) -> response.put(key, typed(types, key, value)));
    if (!rawLxc.isEmpty()) {
      response.put("lxc", List.copyOf(rawLxc));
    }
    return response.build();
  }

  static Object typed(OptionSchema types, String key, String value) {
    String type = types.find(key).map(OptionType::type).orElse("string");
    // A fraction stays text: "cpulimit":"1.5" (seen on 9.2.11).
    boolean isNumber = type.equals("boolean") || type.equals("integer");
    return isNumber && value.matches("\\d{1,18}") ? (Object) Long.valueOf(value) : value;
  }

  static boolean isPerlTrue(@Nullable String value) {
    return value != null && Booleans.isTrue(value);
  }
}
