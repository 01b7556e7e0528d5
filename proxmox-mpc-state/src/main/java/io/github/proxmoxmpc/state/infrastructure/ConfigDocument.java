package io.github.proxmoxmpc.state.infrastructure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest as the API answers it: every key, its value as text.
 *
 * @param values key to value, scalars as they were written ({@code true} as {@code 1}); without
 *     {@code digest} and {@code lxc}
 * @param rawLines the raw {@code lxc.*} lines of a container, in order; empty for a VM
 * @param digest what the server calls this state of the file; null where it gave none
 */
public record ConfigDocument(
    SortedMap<String, String> values, List<RawLine> rawLines, @Nullable String digest) {

  /** Copies the collections. */
  public ConfigDocument {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    rawLines = List.copyOf(rawLines);
  }

  /** The value of a key; null where the configuration does not hold it. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /**
   * A raw line of a container's configuration, such as {@code lxc.idmap: u 0 100000 65536}.
   *
   * @param key its key, {@code lxc.} included
   * @param value its value
   */
  public record RawLine(String key, String value) {}
}
