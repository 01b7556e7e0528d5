package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.property.PropertyString.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of one format are written: which of them may be left out, and which have other names
 * (PVE::JSONSchema, {@code default_key}, {@code alias}, {@code keyAlias}). Immutable and
 * thread-safe.
 */
public final class PropertyKeys {
  private final @Nullable String defaultKey;
  private final Map<String, String> aliases;
  private final @Nullable Pair pair;
  private final Set<String> required;

  /**
   * Two keys that may be written as one part, {@code virtio=BC:24:11:00:00:01}.
   *
   * @param name the key whose value stands for a key
   * @param value the key whose value stands behind it
   * @param names what may stand there
   */
  private record Pair(String name, String value, Set<String> names) {}

  private PropertyKeys(
      @Nullable String defaultKey,
      Map<String, String> aliases,
      @Nullable Pair pair,
      Set<String> required) {
    this.defaultKey = defaultKey;
    this.aliases = aliases;
    this.pair = pair;
    this.required = required;
  }

  /**
   * Keys that all stand by their own names.
   *
   * @param required those that must be there, which the server prints first
   */
  public static PropertyKeys of(String... required) {
    return new PropertyKeys(null, Map.of(), null, Set.of(required));
  }

  /** A bare value is the value of this key. */
  public PropertyKeys withDefault(String key) {
    return new PropertyKeys(key, aliases, pair, required);
  }

  /** Other names of keys. */
  public PropertyKeys withAliases(Map<String, String> keyByAlias) {
    return new PropertyKeys(defaultKey, Map.copyOf(keyByAlias), pair, required);
  }

  /**
   * Two keys that may be written as one part, such as {@code virtio=BC:24:11:00:00:01}.
   *
   * @param valueByName the key whose value stands in the place of a key, and the one behind it
   * @param names what may stand in the place of a key
   */
  public PropertyKeys withPair(Map<String, String> valueByName, String... names) {
    Map.Entry<String, String> only = valueByName.entrySet().iterator().next();
    Pair both = new Pair(only.getKey(), only.getValue(), Set.of(names));
    return new PropertyKeys(defaultKey, aliases, both, required);
  }

  /** The value of a key however it is written, the last where it stands twice. */
  @Nullable String find(PropertyString text, String key) {
    String found = null;
    String bare = null;
    for (Part part : text.parts()) {
      String written = part.trimmedKey();
      if (written == null) {
        if (bare == null && key.equals(defaultKey) && !part.value().isBlank()) {
          bare = part.value().trim();
        }
      } else if (means(written, key)) {
        found = part.value().trim();
      } else if (pair != null && pair.names.contains(written)) {
        if (key.equals(pair.name)) {
          found = written;
        } else if (key.equals(pair.value)) {
          found = part.value().trim();
        }
      }
    }
    return found != null ? found : bare;
  }

  private boolean means(String written, String key) {
    return written.equals(key) || key.equals(aliases.get(written));
  }

  /** The text with a value: in its place as it is written there, or as a part of its own. */
  PropertyString put(PropertyString text, String key, String value) {
    List<Part> parts = new ArrayList<>();
    boolean placed = false;
    for (Part part : text.parts()) {
      Part changed = changed(part, key, value);
      if (changed == null) {
        parts.add(part);
      } else if (!placed) {
        parts.add(changed);
        placed = true;
      }
    }
    if (!placed && key.equals(defaultKey)) {
      parts.add(0, asDefault(value));
    } else if (!placed) {
      parts.add(new Part(key, value));
    }
    return PropertyString.of(parts);
  }

  /** What a part becomes when a key gets a value; null where it is not about that key. */
  private @Nullable Part changed(Part part, String key, String value) {
    String written = part.trimmedKey();
    if (written == null) {
      if (part.value().isBlank()) {
        return null;
      }
      if (key.equals(defaultKey)) {
        return asDefault(value);
      }
      // The server prints model and address as one: virtio=BC:24:11:00:00:01.
      return pair != null && key.equals(pair.value) && pair.name.equals(defaultKey)
          ? new Part(part.value().trim(), value)
          : null;
    }
    if (means(written, key)) {
      return new Part(part.key(), value);
    }
    if (pair == null) {
      return null;
    }
    if (pair.names.contains(written)) {
      return key.equals(pair.name)
          ? new Part(value, part.value())
          : key.equals(pair.value) ? new Part(part.key(), value) : null;
    }
    return written.equals(pair.value) && key.equals(pair.name)
        ? new Part(value, part.value())
        : null;
  }

  private Part asDefault(String value) {
    return new Part(value.contains("=") ? defaultKey : null, value);
  }

  /** The text without a key, however it is written. */
  PropertyString without(PropertyString text, String key) {
    List<Part> parts = new ArrayList<>();
    for (Part part : text.parts()) {
      String written = part.trimmedKey();
      if (written == null) {
        if (part.value().isBlank() || !key.equals(defaultKey)) {
          parts.add(part);
        }
      } else if (pair != null && pair.names.contains(written) && key.equals(pair.value)) {
        parts.add(new Part(null, written));
      } else if (!means(written, key) && !isNamed(written, key)) {
        parts.add(part);
      }
    }
    return PropertyString.of(parts);
  }

  private boolean isNamed(String written, String key) {
    return pair != null && pair.names.contains(written) && key.equals(pair.name);
  }

  /** The parts as the server prints them: default key, required keys, the rest by name. */
  PropertyString inOrder(PropertyString text) {
    List<Part> parts = new ArrayList<>(text.parts());
    parts.sort(
        Comparator.comparingInt((Part part) -> rank(part))
            .thenComparing(part -> part.key() == null ? "" : part.key()));
    return PropertyString.of(parts);
  }

  private int rank(Part part) {
    String key = part.key();
    if (key == null || key.equals(defaultKey) || (pair != null && pair.names.contains(key))) {
      return 0;
    }
    return required.contains(key) ? 1 : 2;
  }
}
