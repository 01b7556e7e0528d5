package io.github.proxmoxmpc.api.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: immutable, with the original order of fields and spelling of numbers.
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

  /** Reads JSON text; throws {@link IllegalArgumentException} if it is not JSON. */
  static JsonValue parse(String text) {
    return JsonText.parse(text);
  }

  /** Reads JSON in UTF-8; throws {@link IllegalArgumentException} if it is not JSON. */
  static JsonValue parse(byte[] utf8) {
    return JsonText.parse(utf8);
  }

  /** Appends the value as JSON, without white space. */
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
    private static final Pattern FORM =
        Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    // A number with more digits may be too large.
    private static final int SURELY_LONG = 18;

    /** Null for a whole number that {@link Long#toString(long)} spells the same. */
    private final @Nullable String literal;

    private final long whole;

    /**
     * Creates a number.
     *
     * @param literal its spelling
     * @throws IllegalArgumentException if it is not a number of JSON
     */
    public JsonNumber(String literal) {
      this(checked(literal), isSurelyLong(literal));
    }

    private JsonNumber(String literal, boolean isLong) {
      this.literal = isLong ? null : literal;
      this.whole = isLong ? Long.parseLong(literal) : 0;
    }

    private JsonNumber(long whole) {
      this.literal = null;
      this.whole = whole;
    }

    /** Creates a whole number. */
    public static JsonNumber of(long whole) {
      return new JsonNumber(whole);
    }

    /** Creates a number that a parser has checked, and that is not known as a long. */
    static JsonNumber written(String literal) {
      return new JsonNumber(literal, false);
    }

    private static String checked(String literal) {
      if (!FORM.matcher(literal).matches()) {
        throw new IllegalArgumentException("'" + literal + "' is no number of JSON");
      }
      return literal;
    }

    private static boolean isSurelyLong(String literal) {
      return literal.length() <= SURELY_LONG
          && !literal.equals("-0")
          && literal.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
    }

    /** Returns its spelling. */
    public String literal() {
      return literal == null ? Long.toString(whole) : literal;
    }

    /** Returns whether {@link #toLong()} needs no parsing; not so for every whole number. */
    public boolean isLong() {
      return literal == null;
    }

    /**
     * Returns the number.
     *
     * @throws ArithmeticException if it is not whole, or too large for a long
     */
    public long toLong() {
      if (literal == null) {
        return whole;
      }
      try {
        return new BigDecimal(literal).longValueExact();
      } catch (NumberFormatException e) {
        // BigDecimal cannot represent the exponent.
        throw new ArithmeticException(literal + " is no long");
      }
    }

    @Override
    public void appendTo(StringBuilder out) {
      out.append(literal());
    }

    /** Returns whether both have the same spelling. */
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

  /** True or false. */
  enum JsonBoolean implements JsonValue {
    /** {@code true}. */
    TRUE("true"),
    /** {@code false}. */
    FALSE("false");

    private final String literal;

    JsonBoolean(String literal) {
      this.literal = literal;
    }

    /** Returns the constant for a boolean. */
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

  /** The explicit null. */
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
