package io.github.proxmoxmpc.api.json;

import io.github.proxmoxmpc.api.json.JsonNames.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of an object, one object after the other. The rows of a list mostly have the
 * same names in the same order: so the names of the row before are what is expected, and if they
 * come, both rows share them. Not thread-safe.
 */
final class JsonRow {
  private Name[] names = new Name[16];
  private JsonValue[] values = new JsonValue[16];
  private int size;

  /** The names of the row before; the first of {@link #names} are the same, until overwritten. */
  private String[] before = new String[0];

  private boolean asBefore = true;

  void begin() {
    size = 0;
    asBefore = true;
  }

  /** The name that the next field has if this row is as the one before; null where that ended. */
  @Nullable Name expected() {
    return size < before.length ? names[size] : null;
  }

  void add(Name name, JsonValue value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    asBefore &= size < before.length && names[size] == name;
    names[size] = name;
    values[size] = value;
    size++;
  }

  JsonObject end() {
    if (!asBefore || size != before.length) {
      before = distinct();
    }
    return JsonObject.of(before, Arrays.copyOf(values, size));
  }

  /** A name that came twice keeps its first place and its last value. */
  private String[] distinct() {
    Map<String, Integer> places = new HashMap<>();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      Integer place = places.putIfAbsent(names[i].text(), kept);
      values[place == null ? kept : place] = values[i];
      if (place == null) {
        names[kept++] = names[i];
      }
    }
    size = kept;
    String[] texts = new String[size];
    for (int i = 0; i < size; i++) {
      texts[i] = names[i].text();
    }
    return texts;
  }
}
