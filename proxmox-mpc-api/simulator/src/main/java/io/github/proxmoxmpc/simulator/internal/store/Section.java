package io.github.proxmoxmpc.simulator.internal.store;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A section of a configuration file: an id and its options, as text or as a list of texts. Guarded
 * by the cluster's lock.
 */
public final class Section {
  private final String id;
  private final SortedMap<String, Object> options = new TreeMap<>();

  /** Creates a section without options. */
  public Section(String id) {
    this.id = id;
  }

  /** Returns the id. */
  public String id() {
    return id;
  }

  /** Returns the options by name, sorted. */
  public SortedMap<String, Object> options() {
    return options;
  }

  /** Returns whether an option is set. */
  public boolean has(String name) {
    return options.containsKey(name);
  }

  /** Returns an option as text, or null if it is not set. */
  public @Nullable String text(String name) {
    Object value = options.get(name);
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : (String) value;
  }

  /** Returns an option as text, or the given default. */
  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** Returns whether a boolean option is set and true. */
  public boolean isTrue(String name) {
    return "1".equals(text(name));
  }

  /** Sets an option; null removes it. */
  public Section set(String name, @Nullable Object value) {
    if (value == null) {
      options.remove(name);
    } else {
      options.put(name, value instanceof List<?> list ? List.copyOf(list) : value.toString());
    }
    return this;
  }

  /** Returns a section with another id and the same options. */
  public Section copy(String newId) {
    Section copy = new Section(newId);
    copy.options.putAll(options);
    return copy;
  }

  /** Returns the id and the names of the options, without values, which may be secret. */
  @Override
  public String toString() {
    return id + options.keySet();
  }
}
