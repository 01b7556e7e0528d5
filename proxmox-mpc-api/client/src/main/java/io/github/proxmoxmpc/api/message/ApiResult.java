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
 * What an operation answered: immutable, thread-safe, and without loss.
 *
 * <p>Fields are read when they are asked for, so one odd field never hides the others; a field that
 * is there but not of its declared form throws {@link MalformedResponseException} from its own
 * accessor alone. Equal when all that came is equal.
 */
public abstract class ApiResult {
  private final JsonObject raw;

  /** Wraps what came. */
  protected ApiResult(JsonObject raw) {
    this.raw = raw;
  }

  /** Every field that came, known or not, with numbers as they were written. */
  public final JsonObject raw() {
    return raw;
  }

  /** A field that the schema declares to be always there. */
  protected final <T> T required(String name, Decoder<T> type) {
    T value = optional(name, type);
    if (value == null) {
      throw new MalformedResponseException(
          getClass().getSimpleName() + "." + name + ": the server left it out", null);
    }
    return value;
  }

  /** A field that may be missing; null then, and where the server sent null. */
  protected final <T> @Nullable T optional(String name, Decoder<T> type) {
    JsonValue value = raw.get(name);
    return value == null || type.isNothing(value)
        ? null
        : type.read(value, () -> getClass().getSimpleName() + "." + name);
  }

  /** The numbered fields of a name ({@code net0}, {@code net1}, ...) by their number. */
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

  /** Every field by its name, where names are data; fields that are null are left out. */
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
   * Returns how a field is read whose value must not be shown as it came, because it is or holds a
   * secret; null for any other. For generated code, not for users.
   *
   * @param field its name in the schema, such as {@code net[n]}
   * @hidden
   */
  protected @Nullable Decoder<?> guarded(String field) {
    return null;
  }

  /**
   * Returns the type and the fields that came, for logs and debuggers: {@code
   * PoolsEntry[poolid=web]}. Secrets print as {@code ***}. Long texts, lists and results are cut,
   * in all to 1,000 characters. The form may change; use {@link #raw} to get at the values.
   */
  @Override
  public final String toString() {
    return ResultText.of(this);
  }
}
