package io.github.proxmoxmpc.api.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Collects the fields of an object, one object after the other. The rows of a list mostly have the
 * same names in the same order: so each is first held against the one that stood there in the row
 * before, and if all are the same, both rows share them. Not thread-safe.
 */
final class JsonRow {
  // Where names are data there may be very many; those are not kept for good.
  private static final int MOST_INTERNED = 256;

  private String[] names = new String[16];
  private JsonValue[] values = new JsonValue[16];
  private int size;

  /** The names of the row before. */
  private String[] before = new String[0];

  private boolean asBefore = true;

  void begin() {
    size = 0;
    asBefore = true;
  }

  void add(String name, JsonValue value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    boolean same = size < before.length && before[size].equals(name);
    asBefore &= same;
    names[size] = same ? before[size] : interned(name);
    values[size] = value;
    size++;
  }

  /** An accessor finds an interned name by identity. */
  private String interned(String name) {
    return size < MOST_INTERNED ? name.intern() : name;
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
      Integer place = places.putIfAbsent(names[i], kept);
      values[place == null ? kept : place] = values[i];
      if (place == null) {
        names[kept++] = names[i];
      }
    }
    size = kept;
    return Arrays.copyOf(names, size);
  }
}
