package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * Collects the fields of one object after the other. An object with the same names in the same
 * order as the one before shares the array of names. Not thread-safe.
 */
final class JsonRow {
  private final KnownNames known = new KnownNames();
  private String[] names = new String[16];
  private JsonValue[] values = new JsonValue[16];
  private int size;

  /** The number of the object, from 1. */
  private int number;

  /** The names of the previous object. */
  private String[] before = new String[0];

  private boolean asBefore;

  void begin() {
    known.expectThoseThatCame();
    number++;
    size = 0;
    asBefore = true;
  }

  KnownNames.Name name(JsonReader in) throws IOException {
    return known.next(in);
  }

  /** Adds a field; a repeated name keeps its first position and its last value. */
  void add(KnownNames.Name name, JsonValue value) {
    if (name.isIn(number)) {
      values[name.place()] = value;
      return;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    asBefore &= size < before.length && isSame(before[size], name.text());
    names[size] = name.text();
    values[size] = value;
    name.stands(number, size);
    size++;
  }

  JsonObject end() {
    if (!asBefore || size != before.length) {
      before = Arrays.copyOf(names, size);
    }
    return JsonObject.of(before, Arrays.copyOf(values, size));
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(String one, String other) {
    return one == other;
  }
}
