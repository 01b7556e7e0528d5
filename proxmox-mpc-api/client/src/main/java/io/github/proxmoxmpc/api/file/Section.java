package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A heading and what stands below it: {@code dir: local} of {@code storage.cfg}. Immutable and
 * thread-safe.
 *
 * <p>A key that stands twice is a list; where the server wants one value, it takes the first.
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

  /** Its kind: {@code dir}, {@code vzdump}, {@code vm}. */
  public String type() {
    return type;
  }

  /** Its id: {@code local}, {@code backup-1}, {@code 100}. */
  public String id() {
    return id;
  }

  /** The lines below the heading. */
  public List<Line> lines() {
    return lines;
  }

  /** The keys, in the order of the file. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The value of a key; null where it does not stand here, empty where it stands alone. */
  public @Nullable String get(String key) {
    List<String> all = values.get(key);
    return all == null ? null : all.get(0);
  }

  /** All values of a key, in order; empty where it does not stand here. */
  public List<String> all(String key) {
    return List.copyOf(values.getOrDefault(key, List.of()));
  }

  /**
   * The section as the API would answer it, for a typed result: {@code new
   * StorageStorage(section.json("storage"))}. A property string stays a text, where the API may
   * answer an object.
   *
   * <p>Every key that stands alone is 1 here, as the server reads a flag. A section knows no
   * schema: a text that stands alone, which the server skips with a warning (check_value of
   * PVE::SectionConfig 9.2), becomes 1 too. {@link #get} tells the two apart, for there it is
   * empty.
   *
   * @param idField the field that holds the id
   */
  public JsonObject json(String idField) {
    JsonObject.Builder json = JsonObject.builder();
    json.put(idField, new JsonString(id)).put("type", new JsonString(type));
    values.forEach((key, all) -> json.put(key, json(all)));
    return json.build();
  }

  private static JsonValue json(List<String> all) {
    List<JsonValue> values = all.stream().map(Section::value).toList();
    return values.size() == 1 ? values.get(0) : new JsonArray(values);
  }

  private static JsonValue value(String value) {
    return new JsonString(value.isEmpty() ? "1" : value);
  }

  /** Type, id and keys; never values. */
  @Override
  public String toString() {
    return type + " " + id + values.keySet();
  }
}
