package io.github.proxmoxmpc.state.infrastructure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest as the API returns it, with every value as text.
 *
 * @param values the values by key, without {@code digest} and {@code lxc}; {@code true} is {@code
 *     1}
 * @param rawLines the raw {@code lxc.*} lines of a container, in order; empty for a VM
 * @param digest the server's checksum of the file; null if the server sent none
 */
public record ConfigDocument(
    SortedMap<String, String> values, List<RawLine> rawLines, @Nullable String digest) {

  /** Copies the collections. */
  public ConfigDocument {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    rawLines = List.copyOf(rawLines);
  }

  /** Returns the value of a key; null if it is not set. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /**
   * A raw line of a container's configuration, such as {@code lxc.idmap: u 0 100000 65536}.
   *
   * @param key its key, including {@code lxc.}
   * @param value its value
   */
  public record RawLine(String key, String value) {}
}
