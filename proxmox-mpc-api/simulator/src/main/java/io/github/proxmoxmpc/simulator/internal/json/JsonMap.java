package io.github.proxmoxmpc.simulator.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object field by field. */
public final class JsonMap {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /** Adds a field, null included: the server does send nulls. */
  public JsonMap put(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a field if there is a value. */
  public JsonMap putIfPresent(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** The object. */
  public Map<String, @Nullable Object> build() {
    return fields;
  }
}
