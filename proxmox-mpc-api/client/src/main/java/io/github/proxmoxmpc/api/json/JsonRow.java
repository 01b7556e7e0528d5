package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of an object, one object after the other. The rows of a list mostly have the
 * same names in the same order: so those of the row before are looked for first, and if they come,
 * both rows share them. Not thread-safe.
 */
final class JsonRow {
  // Where names are data there may be very many; those are not kept for good.
  private static final int MOST_INTERNED = 256;

  private String[] names = new String[16];
  private JsonValue[] values = new JsonValue[16];
  private int size;

  /** The names of the row before. */
  private String[] before = new String[0];

  /** How the reader looks for those; made once a row was as the one before. */
  private JsonReader.@Nullable Options expected;

  private boolean asBefore = true;

  void begin() {
    size = 0;
    asBefore = true;
  }

  /** Reads the next name. It is interned, so that an accessor finds it by identity. */
  String name(JsonReader in) throws IOException {
    int place = expected == null ? -1 : in.selectName(expected);
    if (place >= 0) {
      return before[place];
    }
    String name = in.nextName();
    return size < MOST_INTERNED ? name.intern() : name;
  }

  // Both are interned; of those that are not, a row is at worst not taken for the one before.
  @SuppressWarnings("ReferenceEquality")
  void add(String name, JsonValue value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    asBefore &= size < before.length && before[size] == name;
    names[size] = name;
    values[size] = value;
    size++;
  }

  JsonObject end() {
    if (!asBefore || size != before.length) {
      before = distinct();
      expected = null;
    } else if (expected == null && size > 0) {
      // Not sooner: in a list of mixed rows, each would be looked for in vain.
      expected = JsonReader.Options.of(before);
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
