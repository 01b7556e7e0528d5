package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A property string such as {@code virtio=BC:24:11:00:00:01,bridge=vmbr0}, parsed by its format,
 * after parse_property_string and print_property_string of PVE::JSONSchema.
 */
public final class ParsedPropertyString {
  private final Map<String, Property> format;
  private final Map<String, String> values;

  private ParsedPropertyString(Map<String, Property> format, Map<String, String> values) {
    this.format = format;
    this.values = values;
  }

  /**
   * Parses a property string. The values of its parts are not checked.
   *
   * @throws MalformedPropertyException if the text is not a property string of that format
   */
  public static ParsedPropertyString parse(Map<String, Property> format, String text) {
    Map<String, String> values = new LinkedHashMap<>();
    String defaultKey = null;
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 0) {
        if (defaultKey != null) {
          throw duplicate(defaultKey);
        }
        defaultKey = defaultKey(format);
        if (defaultKey == null) {
          throw new MalformedPropertyException(
              "value without key, but schema does not define a default key");
        }
        if (values.putIfAbsent(defaultKey, part) != null) {
          throw duplicate(defaultKey);
        }
      } else if (equals == 0 || equals == part.length() - 1) {
        throw new MalformedPropertyException("missing key in comma-separated list property");
      } else {
        put(format, values, part.substring(0, equals), part.substring(equals + 1));
      }
    }
    return new ParsedPropertyString(format, values);
  }

  private static void put(
      Map<String, Property> format, Map<String, String> values, String name, String value) {
    if (values.containsKey(name)) {
      throw duplicate(name);
    }
    // An unknown key is kept: the check of the parts complains about it.
    Property property = format.get(name);
    String key = name;
    String alias = property == null ? null : property.alias();
    if (alias != null) {
      String keyAlias = property == null ? null : property.keyAlias();
      if (keyAlias != null && values.putIfAbsent(keyAlias, name) != null) {
        throw new MalformedPropertyException("key alias '" + keyAlias + "' is already defined");
      }
      key = alias;
      property = format.get(alias);
    }
    boolean isBoolean = property != null && "boolean".equals(property.type());
    values.put(key, isBoolean ? Booleans.normalize(value) : value);
  }

  /** Returns the parts by name. An alias is resolved to the name that it represents. */
  public Map<String, String> values() {
    return values;
  }

  /** Returns the value of a part, or null. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /** Returns a copy with this value for a part, or without the part if the value is null. */
  public ParsedPropertyString with(String name, @Nullable String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new ParsedPropertyString(format, changed);
  }

  /**
   * Prints the string as the server does: first the part without a name, then required parts, then
   * the others in order.
   */
  @Override
  public String toString() {
    Set<String> order = new java.util.LinkedHashSet<>();
    String defaultKey = defaultKey(format);
    if (defaultKey != null) {
      order.add(defaultKey);
    }
    format.forEach(
        (name, property) -> {
          if (!property.mayBeMissing()) {
            order.add(name);
          }
        });
    order.addAll(new TreeSet<>(values.keySet()));
    List<String> parts = new ArrayList<>();
    Set<String> done = new TreeSet<>();
    for (String name : order) {
      String value = values.get(name);
      if (value == null || !done.add(name)) {
        continue;
      }
      String combined = combinedWith(name);
      String other = combined == null ? null : values.get(combined);
      if (combined != null && other != null) {
        done.add(combined);
        parts.add(value + "=" + other);
      } else {
        parts.add(name.equals(defaultKey) ? value : name + "=" + value);
      }
    }
    return String.join(",", parts);
  }

  // "virtio=MAC": the model is the key of its MAC address.
  private @Nullable String combinedWith(String name) {
    for (Property property : format.values()) {
      if (name.equals(property.keyAlias())) {
        return property.alias();
      }
    }
    return null;
  }

  private static @Nullable String defaultKey(Map<String, Property> format) {
    for (Map.Entry<String, Property> entry : format.entrySet()) {
      if (entry.getValue().isDefaultKey()) {
        return entry.getKey();
      }
    }
    return null;
  }

  private static MalformedPropertyException duplicate(String key) {
    return new MalformedPropertyException("duplicate key in comma-separated list property: " + key);
  }
}
