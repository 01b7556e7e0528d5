package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A section of a file: a heading such as {@code dir: local} of {@code storage.cfg}, and the lines
 * below it. Immutable and thread-safe.
 *
 * <p>If a key occurs twice and is not a list, the server uses the first value.
 */
public final class Section {
  private final String type;
  private final String id;
  private final List<Line> lines;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  Section(Line.Heading heading, List<Line> lines) {
    this.type = heading.kind();
    this.id = heading.name();
    this.lines = List.copyOf(lines);
    for (Line line : lines) {
      if (line instanceof Entry entry) {
        values.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
      }
    }
  }

  /** Returns the type: {@code dir}, {@code vzdump}, {@code vm}. */
  public String type() {
    return type;
  }

  /** Returns the id: {@code local}, {@code backup-1}, {@code 100}. */
  public String id() {
    return id;
  }

  /** Returns the lines below the heading. */
  public List<Line> lines() {
    return lines;
  }

  /** Returns the keys in the order of the file. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Returns the value of a key; null if the key is missing, empty if it has no value. */
  public @Nullable String get(String key) {
    List<String> all = values.get(key);
    return all == null ? null : all.get(0);
  }

  /** Returns all values of a key, in order; empty if the key is missing. */
  public List<String> all(String key) {
    return List.copyOf(values.getOrDefault(key, List.of()));
  }

  /**
   * Returns the section as the API returns it, for a typed result: {@code new
   * StorageItem(section.json("storage"))}. Values that the handler of the server converts to lists
   * or objects are lists or objects; property strings stay text, which the typed results read as
   * well.
   *
   * <p>A key without a value is 1, as the server reads a flag. A section knows no schema: a text
   * without a value, which the server skips with a warning (check_value of PVE::SectionConfig 9.2),
   * becomes 1 too. To distinguish it from a value of 1, use {@link #get}, which returns an empty
   * text.
   *
   * @param idField the field that holds the id
   */
  public JsonObject json(String idField) {
    JsonObject.Builder json = JsonObject.builder();
    HeadingFields.add(json, idField, type, id);
    values.forEach((key, all) -> json.put(key, ServedForm.of(type, key).of(all)));
    return json.build();
  }

  /** Returns type, id and keys, never values. */
  @Override
  public String toString() {
    return type + " " + id + values.keySet();
  }
}
