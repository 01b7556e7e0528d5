package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.value.PropertyString;
import io.github.proxmoxmpc.api.value.PropertyString.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The spelling of the keys of one format: which key may be omitted, and which have aliases
 * (PVE::JSONSchema, {@code default_key}, {@code alias}, {@code keyAlias}). Immutable and
 * thread-safe.
 */
public final class PropertyKeys {
  private final @Nullable String defaultKey;
  private final Map<String, String> aliases;
  private final @Nullable KeyPair pair;
  private final Set<String> required;
  private final Map<String, ValueKind> kinds;

  private PropertyKeys(
      @Nullable String defaultKey,
      Map<String, String> aliases,
      @Nullable KeyPair pair,
      Set<String> required,
      Map<String, ValueKind> kinds) {
    this.defaultKey = defaultKey;
    this.aliases = aliases;
    this.pair = pair;
    this.required = required;
    this.kinds = kinds;
  }

  /**
   * Creates keys without aliases and without a default key.
   *
   * @param required the required keys, which the server prints first
   */
  public static PropertyKeys of(String... required) {
    return new PropertyKeys(null, Map.of(), null, Set.of(required), Map.of());
  }

  /** Sets the default key, to which a bare value belongs. */
  public PropertyKeys withDefault(String key) {
    return new PropertyKeys(key, aliases, pair, required, kinds);
  }

  /** Sets the aliases of keys. */
  public PropertyKeys withAliases(Map<String, String> keyByAlias) {
    return new PropertyKeys(defaultKey, Map.copyOf(keyByAlias), pair, required, kinds);
  }

  /**
   * Sets two keys that may be written as one part, such as {@code virtio=BC:24:11:00:00:01}.
   *
   * @param valueByName the key whose value is written in the place of a key, and the one that
   *     follows
   * @param names the values that may be written in the place of a key
   */
  public PropertyKeys withPair(Map<String, String> valueByName, String... names) {
    Map.Entry<String, String> only = valueByName.entrySet().iterator().next();
    KeyPair both = new KeyPair(only.getKey(), only.getValue(), Set.of(names));
    return new PropertyKeys(defaultKey, aliases, both, required, kinds);
  }

  /** Sets the keys whose values have several spellings. */
  public PropertyKeys withKind(ValueKind kind, String... keys) {
    Map<String, ValueKind> more = new HashMap<>(kinds);
    for (String key : keys) {
      more.put(key, kind);
    }
    return new PropertyKeys(defaultKey, aliases, pair, required, Map.copyOf(more));
  }

  /** Returns the values that this text may write in the place of a key. */
  private Set<String> names(PropertyString text) {
    return pair == null ? Set.of() : pair.writtenIn(text);
  }

  /** Returns the last value of a key in any spelling. */
  @Nullable String find(PropertyString text, String key) {
    Set<String> names = names(text);
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
      } else if (pair != null && names.contains(written)) {
        if (key.equals(pair.name())) {
          found = written;
        } else if (key.equals(pair.value())) {
          found = part.value().trim();
        }
      }
    }
    return found != null ? found : bare;
  }

  /**
   * Returns the meaning of the text, in one spelling for all texts that mean the same to the
   * server: keys without aliases, and values in one form. A bare value without a default key is its
   * own key.
   */
  SortedMap<String, String> meaning(PropertyString text) {
    SortedMap<String, String> meaning = new TreeMap<>();
    for (Part part : text.parts()) {
      for (String key : keysOf(text, part)) {
        String value = find(text, key);
        meaning.put(key, value == null ? "" : spelled(key, value));
      }
    }
    return meaning;
  }

  private List<String> keysOf(PropertyString text, Part part) {
    String written = part.trimmedKey();
    if (written == null) {
      String value = part.value().trim();
      boolean isDefault = defaultKey != null && value.equals(find(text, defaultKey));
      return value.isEmpty() ? List.of() : List.of(isDefault ? defaultKey : value);
    }
    return pair != null && names(text).contains(written)
        ? List.of(pair.name(), pair.value())
        : List.of(aliases.getOrDefault(written, written));
  }

  private String spelled(String key, String value) {
    ValueKind kind = kinds.get(key);
    return kind == null ? value : kind.spelled(value);
  }

  private boolean means(String written, String key) {
    return written.equals(key) || key.equals(aliases.get(written));
  }

  /** Returns the text with a value, in its present place and spelling or as a new part. */
  PropertyString put(PropertyString text, String key, String value) {
    List<Part> parts = new ArrayList<>();
    boolean placed = false;
    for (Part part : text.parts()) {
      Part changed = changed(text, part, key, value);
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

  /** Returns the part with a new value of a key; null if the part does not belong to the key. */
  private @Nullable Part changed(PropertyString text, Part part, String key, String value) {
    String written = part.trimmedKey();
    if (written == null) {
      if (part.value().isBlank()) {
        return null;
      }
      if (key.equals(defaultKey)) {
        return asDefault(value);
      }
      // The server prints model and address as one: virtio=BC:24:11:00:00:01.
      String bare = part.value().trim();
      boolean becomesPair =
          pair != null
              && key.equals(pair.value())
              && pair.name().equals(defaultKey)
              && bare.equals(find(text, pair.name()))
              && find(text, key) == null;
      return becomesPair ? new Part(bare, value) : null;
    }
    if (means(written, key)) {
      return new Part(part.key(), value);
    }
    if (pair == null) {
      return null;
    }
    if (names(text).contains(written)) {
      return key.equals(pair.name())
          ? new Part(value, part.value())
          : key.equals(pair.value()) ? new Part(part.key(), value) : null;
    }
    boolean becomesPair =
        written.equals(pair.value()) && key.equals(pair.name()) && find(text, key) == null;
    return becomesPair ? new Part(value, part.value()) : null;
  }

  private Part asDefault(String value) {
    return new Part(value.contains("=") ? defaultKey : null, value);
  }

  /** Returns the text without a key, in any spelling. */
  PropertyString without(PropertyString text, String key) {
    Set<String> names = names(text);
    List<Part> parts = new ArrayList<>();
    for (Part part : text.parts()) {
      String written = part.trimmedKey();
      if (written == null) {
        if (part.value().isBlank() || !key.equals(defaultKey)) {
          parts.add(part);
        }
      } else if (pair != null && names.contains(written) && key.equals(pair.value())) {
        parts.add(new Part(null, written));
      } else if (pair != null && names.contains(written) && key.equals(pair.name())) {
        parts.add(new Part(pair.value(), part.value()));
      } else if (!means(written, key)) {
        parts.add(part);
      }
    }
    return PropertyString.of(parts);
  }

  /** Returns the parts in the order of the server: default key, required keys, others by name. */
  PropertyString inOrder(PropertyString text) {
    Set<String> names = names(text);
    List<Part> parts = new ArrayList<>(text.parts());
    parts.sort(
        Comparator.comparingInt((Part part) -> rank(part, names))
            .thenComparing(part -> part.key() == null ? "" : part.key()));
    return PropertyString.of(parts);
  }

  private int rank(Part part, Set<String> names) {
    String key = part.key();
    if (key == null || key.equals(defaultKey) || names.contains(key)) {
      return 0;
    }
    return required.contains(key) ? 1 : 2;
  }
}
