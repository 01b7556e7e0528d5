package io.github.proxmoxmpc.simulator.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object field by field. */
public final class JsonMap {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Adds a field, even if the value is null: the server sends nulls. */
  public JsonMap put(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a field unless the value is null. */
  public JsonMap putIfPresent(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Returns the object. */
  public Map<String, @Nullable Object> build() {
    return fields;
  }
}
