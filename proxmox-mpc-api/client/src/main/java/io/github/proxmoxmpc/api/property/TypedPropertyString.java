package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.internal.wire.JoinedList;
import io.github.proxmoxmpc.api.internal.wire.UnitText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.PropertyString;
import io.github.proxmoxmpc.api.value.PropertyString.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A property string of a known format: a view on its {@link PropertyString}, immutable, thread-safe
 * and without loss.
 *
 * <p>Every text is accepted, and prints as it was read. A key is read on access, by its name, by an
 * alias, or bare if it is the default key. If its value is not of its type, only its own accessor
 * throws {@link MalformedResponseException}. Two are equal if their texts are equal.
 */
public abstract class TypedPropertyString {
  private final PropertyString raw;

  /** Creates a view on a text. */
  protected TypedPropertyString(PropertyString raw) {
    this.raw = raw;
  }

  /** Returns the spelling of the keys of this format. */
  protected abstract PropertyKeys keys();

  /** Returns every part, known or not, as it was read. */
  public final PropertyString raw() {
    return raw;
  }

  /** Returns the text as the server reads it. */
  public final String wire() {
    return raw.toString();
  }

  /** Returns the value of any key, known or not; null if it is missing. */
  public final @Nullable String get(String key) {
    return keys().find(raw, key);
  }

  /**
   * Returns whether another text of the format means the same to the server: keys in another order
   * or under an alias, the default key bare or not, {@code yes} for {@code 1}, a size in another
   * unit, a hardware address in lower case. A key with its default value and a missing key are
   * different.
   */
  public final boolean isEquivalentTo(TypedPropertyString other) {
    return other.getClass() == getClass() && keys().meaning(raw).equals(keys().meaning(other.raw));
  }

  /** Returns the value of an optional key; null if it is missing. */
  protected final <T> @Nullable T optional(String key, Decoder<T> type) {
    String value = get(key);
    return value == null
        ? null
        : type.read(new JsonString(value), getClass().getSimpleName() + "." + key);
  }

  /** Returns the value of a required key. */
  protected final <T> T required(String key, Decoder<T> type) {
    T value = optional(key, type);
    if (value == null) {
      throw new MalformedResponseException(
          getClass().getSimpleName() + "." + key + ": is not there", null);
    }
    return value;
  }

  /** Returns the text with {@code ***} in the place of some values. */
  protected final String masked(String... secretKeys) {
    PropertyString text = raw;
    for (String key : secretKeys) {
      if (keys().find(text, key) != null) {
        text = keys().put(text, key, "***");
      }
    }
    return text.toString();
  }

  /** Creates the decoder of a format; some responses have an object in the place of the text. */
  protected static <T extends TypedPropertyString> Decoder<T> type(
      Function<PropertyString, T> maker) {
    return Decoder.of(
        "a property string",
        value -> {
          if (value instanceof JsonObject object) {
            return maker.apply(fromObject(object));
          }
          return value instanceof JsonArray
              ? null
              : maker.apply(PropertyString.parse(textOf(value)));
        });
  }

  /**
   * Leaves out values that a property string cannot contain; {@code raw()} of the result has them.
   */
  private static PropertyString fromObject(JsonObject object) {
    List<Part> parts = new ArrayList<>();
    for (String name : object.names()) {
      JsonValue value = object.get(name);
      if (value != null && value != JsonNull.NULL && !(value instanceof JsonObject)) {
        String text = textOf(value);
        if (text.indexOf(',') < 0) {
          parts.add(new Part(name, text));
        }
      }
    }
    return PropertyString.of(parts);
  }

  private static String textOf(JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.values().stream()
          .map(TypedPropertyString::textOf)
          .collect(Collectors.joining(";"));
    }
    return Decoder.STRING.read(value, "a property string");
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((TypedPropertyString) other).raw.equals(raw);
  }

  @Override
  public final int hashCode() {
    return raw.hashCode();
  }

  /** Returns the text as it was read; a format with a secret hides it. */
  @Override
  public String toString() {
    return wire();
  }

  /**
   * Collects keys. An existing key keeps its place; the keys of a new text are put into the order
   * of the server. Not thread-safe.
   *
   * @param <B> the type of the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private final PropertyKeys keys;
    private final boolean fresh;
    private PropertyString text;

    /** Creates a builder without keys. */
    protected Builder(PropertyKeys keys) {
      this.keys = keys;
      this.fresh = true;
      this.text = PropertyString.parse("");
    }

    /** Creates a builder with the keys of a text. */
    protected Builder(PropertyKeys keys, PropertyString text) {
      this.keys = keys;
      this.fresh = false;
      this.text = text;
    }

    /** Returns the builder as its own type. */
    protected abstract B self();

    /**
     * Sets a key that this SDK does not know, because the server is newer.
     *
     * @param part key and value as the text has them, such as {@code newer=1}
     * @throws IllegalArgumentException if it is not {@code key=value}, or contains a comma
     */
    public final B with(String part) {
      Part wanted = Part.withKey(part);
      return set(Objects.requireNonNull(wanted.key()), wanted.value());
    }

    /** Removes a key, in any spelling. */
    public final B without(String key) {
      text = keys.without(text, key);
      return self();
    }

    /** Sets a key to a text. */
    protected final B set(String key, String value) {
      text = keys.put(text, key, value);
      return self();
    }

    /** Sets a key to a whole number. */
    protected final B set(String key, long value) {
      return set(key, Long.toString(value));
    }

    /** Sets a key to a number, written without an exponent. */
    protected final B set(String key, double value) {
      return set(key, UnitText.of(value));
    }

    /** Sets a key to true or false, which the server writes as 1 or 0. */
    protected final B set(String key, boolean value) {
      return set(key, value ? "1" : "0");
    }

    /** Sets a key to a point in time, in seconds since the epoch. */
    protected final B set(String key, Instant value) {
      return set(key, value.getEpochSecond());
    }

    /** Sets a key to a duration in seconds. */
    protected final B set(String key, Duration value) {
      return set(key, UnitText.of(value, ChronoUnit.SECONDS));
    }

    /** Sets a key to a number of bytes. */
    protected final B set(String key, ByteSize value) {
      return set(key, value.bytes());
    }

    /**
     * Sets a key to a list, separated by semicolons.
     *
     * @throws IllegalArgumentException if an element is empty or contains a separator
     */
    protected final B set(String key, List<?> values) {
      JoinedList joined = new JoinedList(key, ';');
      values.forEach(element -> joined.add(element.toString(), element.toString()));
      return set(key, joined.toString());
    }

    /** Returns the text. */
    protected final PropertyString text() {
      return fresh ? keys.inOrder(text) : text;
    }
  }
}
