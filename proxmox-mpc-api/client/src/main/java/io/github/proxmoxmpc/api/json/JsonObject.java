package io.github.proxmoxmpc.api.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: names to values, in the order of the text. Immutable and thread-safe.
 *
 * <p>A repeated name keeps its first position and its last value.
 */
public final class JsonObject implements JsonValue {
  private static final JsonObject EMPTY = new JsonObject(new String[0], new JsonValue[0]);

  private final String[] names;
  private final JsonValue[] values;

  private JsonObject(String[] names, JsonValue[] values) {
    this.names = names;
    this.values = values;
  }

  /** Returns the object without fields. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** Creates an object from distinct names and their values. */
  static JsonObject of(String[] names, JsonValue[] values) {
    return new JsonObject(names, values);
  }

  /** Creates a builder without fields. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the names, in order. */
  public List<String> names() {
    return Collections.unmodifiableList(Arrays.asList(names));
  }

  /** Returns whether there is a field with this name, even if its value is null. */
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /** Returns the value of a field; null if there is no such field. */
  public @Nullable JsonValue get(String name) {
    int index = indexOf(name);
    return index < 0 ? null : values[index];
  }

  /** Returns the number of fields. */
  public int size() {
    return names.length;
  }

  // Objects are small and generated code asks with interned names, so a scan by identity wins.
  @SuppressWarnings("ReferenceEquality")
  private int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void appendTo(StringBuilder out) {
    out.append('{');
    for (int i = 0; i < names.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      JsonText.quote(names[i], out);
      out.append(':');
      values[i].appendTo(out);
    }
    out.append('}');
  }

  /** Returns whether both have the same fields with the same values, in any order. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof JsonObject that) || that.size() != size()) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!Objects.equals(values[i], that.get(names[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < names.length; i++) {
      sum += names[i].hashCode() ^ values[i].hashCode();
    }
    return sum;
  }

  @Override
  public String toString() {
    return JsonText.print(this);
  }

  /** Collects fields. Not thread-safe. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final List<JsonValue> values = new ArrayList<>();

    private Builder() {}

    /** Sets a field; an existing name keeps its position. */
    public Builder put(String name, JsonValue value) {
      int index = names.indexOf(name);
      if (index < 0) {
        names.add(name);
        values.add(value);
      } else {
        values.set(index, value);
      }
      return this;
    }

    /** Creates the object. */
    public JsonObject build() {
      return names.isEmpty()
          ? EMPTY
          : new JsonObject(names.toArray(String[]::new), values.toArray(JsonValue[]::new));
    }
  }
}
