package io.github.proxmoxmpc.api.json;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it came: immutable, with the order of fields and the spelling of numbers kept.
 *
 * <p>{@link Object#toString()} prints it as JSON again.
 */
public sealed interface JsonValue
    permits JsonObject,
        JsonValue.JsonArray,
        JsonValue.JsonString,
        JsonValue.JsonNumber,
        JsonValue.JsonBoolean,
        JsonValue.JsonNull {

  /** Reads JSON text; throws {@link IllegalArgumentException} where it is none. */
  static JsonValue parse(String text) {
    return JsonText.parse(text);
  }

  /** Reads JSON in UTF-8; throws {@link IllegalArgumentException} where it is none. */
  static JsonValue parse(byte[] utf8) {
    return JsonText.parse(utf8);
  }

  /** Appends the value as JSON, without blanks. */
  void appendTo(StringBuilder out);

  /**
   * A list of values.
   *
   * @param values the values, in order
   */
  record JsonArray(List<JsonValue> values) implements JsonValue {
    /** Copies the list. */
    public JsonArray {
      values = Collections.unmodifiableList(List.copyOf(values));
    }

    @Override
    public void appendTo(StringBuilder out) {
      out.append('[');
      for (int i = 0; i < values.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        values.get(i).appendTo(out);
      }
      out.append(']');
    }

    @Override
    public String toString() {
      return JsonText.print(this);
    }
  }

  /**
   * A text.
   *
   * @param value the text, unescaped
   */
  record JsonString(String value) implements JsonValue {
    @Override
    public void appendTo(StringBuilder out) {
      JsonText.quote(value, out);
    }

    @Override
    public String toString() {
      return JsonText.print(this);
    }
  }

  /** A number as it was written: {@code 1.10} is not {@code 1.1}. */
  final class JsonNumber implements JsonValue {
    /** Null for a whole number that {@link Long#toString(long)} writes as it came. */
    private final @Nullable String literal;

    private final long whole;

    /**
     * A number.
     *
     * @param literal how it is written
     */
    public JsonNumber(String literal) {
      this.literal = Objects.requireNonNull(literal, "literal");
      this.whole = 0;
    }

    private JsonNumber(long whole) {
      this.literal = null;
      this.whole = whole;
    }

    static JsonNumber of(long whole) {
      return new JsonNumber(whole);
    }

    /** How it is written. */
    public String literal() {
      return literal == null ? Long.toString(whole) : literal;
    }

    /** Whether it is known as a long without being read; not every whole number is. */
    boolean isLong() {
      return literal == null;
    }

    long toLong() {
      return whole;
    }

    @Override
    public void appendTo(StringBuilder out) {
      out.append(literal());
    }

    /** Equal when both are written the same. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof JsonNumber number
          && (isLong() && number.isLong()
              ? number.whole == whole
              : number.literal().equals(literal()));
    }

    @Override
    public int hashCode() {
      return literal().hashCode();
    }

    @Override
    public String toString() {
      return literal();
    }
  }

  /** Truth. */
  enum JsonBoolean implements JsonValue {
    /** {@code true}. */
    TRUE("true"),
    /** {@code false}. */
    FALSE("false");

    private final String literal;

    JsonBoolean(String literal) {
      this.literal = literal;
    }

    /** The constant for a boolean. */
    public static JsonBoolean of(boolean value) {
      return value ? TRUE : FALSE;
    }

    @Override
    public void appendTo(StringBuilder out) {
      out.append(literal);
    }

    @Override
    public String toString() {
      return literal;
    }
  }

  /** Nothing, said out loud. */
  enum JsonNull implements JsonValue {
    /** {@code null}. */
    NULL;

    @Override
    public void appendTo(StringBuilder out) {
      out.append("null");
    }

    @Override
    public String toString() {
      return "null";
    }
  }
}
