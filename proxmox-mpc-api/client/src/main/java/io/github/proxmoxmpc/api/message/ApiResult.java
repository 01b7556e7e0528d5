package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of an operation. It keeps every field that the server sent. Immutable and thread-safe.
 *
 * <p>Each accessor reads its field when it is called. If a field is malformed, only its own
 * accessor throws {@link MalformedResponseException}. Two results are equal if they have the same
 * type and the server sent the same fields.
 */
public abstract class ApiResult {
  private final JsonObject raw;

  /** Creates a result from the object that the server sent. */
  protected ApiResult(JsonObject raw) {
    this.raw = raw;
  }

  /** Returns every field that the server sent, known or not, with numbers as they were written. */
  public final JsonObject raw() {
    return raw;
  }

  /**
   * Returns a field that the schema declares as required.
   *
   * @throws MalformedResponseException if it is missing or malformed
   */
  protected final <T> T required(String name, Decoder<T> type) {
    T value = optional(name, type);
    if (value == null) {
      throw new MalformedResponseException(
          getClass().getSimpleName() + "." + name + ": the server left it out", null);
    }
    return value;
  }

  /** Returns a field; null if it is missing or the server sent null. */
  protected final <T> @Nullable T optional(String name, Decoder<T> type) {
    JsonValue value = raw.get(name);
    return value == null || type.isNothing(value)
        ? null
        : type.read(value, () -> getClass().getSimpleName() + "." + name);
  }

  /** Returns the fields with a numbered name ({@code net0}, {@code net1}, ...) by number. */
  protected final <T> SortedMap<Integer, T> indexed(String prefix, Decoder<T> type) {
    SortedMap<Integer, T> values = new TreeMap<>();
    for (String name : raw.names()) {
      int index = Index.of(name, prefix);
      if (index >= 0) {
        T value = optional(name, type);
        if (value != null) {
          values.put(index, value);
        }
      }
    }
    return Collections.unmodifiableSortedMap(values);
  }

  /** Returns all fields by name, for results whose names are data; leaves out null values. */
  protected final <T> Map<String, T> every(Decoder<T> type) {
    Map<String, T> values = new LinkedHashMap<>();
    for (String name : raw.names()) {
      T value = optional(name, type);
      if (value != null) {
        values.put(name, value);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null && other.getClass() == getClass() && ((ApiResult) other).raw.equals(raw);
  }

  @Override
  public final int hashCode() {
    return raw.hashCode();
  }

  /**
   * Returns the decoder of a field that is or may contain a secret, so that its value is never
   * printed as the server sent it; null for other fields. For generated code, not for users.
   *
   * @param field the name in the schema, such as {@code net[n]}
   * @hidden
   */
  protected @Nullable Decoder<?> guarded(String field) {
    return null;
  }

  /**
   * Returns the type and the fields that the server sent, for logs and debuggers: {@code
   * PoolsEntry[poolid=web]}. Secrets print as {@code ***}. Long texts, lists and results are
   * shortened; the whole text has at most 1,000 characters. The form may change: use {@link #raw}
   * to read values.
   */
  @Override
  public final String toString() {
    return ResultText.of(this);
  }
}
