package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.MalformedResponseException.Field;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.internal.wire.Truth;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Converts a JSON value to a Java value. It is tolerant, because Perl may write {@code 1}, {@code
 * "1"} or {@code true} for true, and {@code 4096} or {@code "4096"} for the same number.
 *
 * @param <T> the Java type
 */
public final class Decoder<T> {
  /** Any value, unchanged. */
  public static final Decoder<JsonValue> JSON = of("a value", value -> value);

  /** An object, unchanged. */
  public static final Decoder<JsonObject> OBJECT =
      of("an object", value -> value instanceof JsonObject object ? object : null);

  /** Text; a number or a boolean is converted as it was written. */
  public static final Decoder<String> STRING = of("text", Decoder::scalar);

  /** A whole number of at most 32 bits. */
  public static final Decoder<Integer> INTEGER =
      new Decoder<>(
          "a whole number", value -> number(value, Math::toIntExact, BigDecimal::intValueExact));

  /** A whole number of at most 64 bits. */
  public static final Decoder<Long> LONG =
      new Decoder<>(
          "a whole number", value -> number(value, Long::valueOf, BigDecimal::longValueExact));

  /** A number. */
  public static final Decoder<Double> DOUBLE = new Decoder<>("a number", Decoder::doubleNumber);

  /** True or false, also as a word that parse_boolean of PVE::JSONSchema (9.2) accepts. */
  public static final Decoder<Boolean> BOOLEAN = new Decoder<>("true or false", Decoder::truth);

  /** A secret text. */
  public static final Decoder<Secret> SECRET = text("a secret", Secret::of);

  /** Text that the server stores percent-encoded; the result is decoded. */
  public static final Decoder<String> URLENCODED = text("text", PercentText::decode);

  private final String expected;
  private final boolean zeroIsNothing;
  // Messages do not show a text, because it may be a secret. A number is not a secret.
  private final boolean showsValue;
  private final Function<JsonValue, @Nullable T> reader;

  /** Creates a decoder of values that are never secret, so messages may show them. */
  Decoder(String expected, Function<JsonValue, @Nullable T> reader) {
    this(expected, reader, false, true);
  }

  private Decoder(
      String expected,
      Function<JsonValue, @Nullable T> reader,
      boolean zeroIsNothing,
      boolean showsValue) {
    this.expected = expected;
    this.reader = reader;
    this.zeroIsNothing = zeroIsNothing;
    this.showsValue = showsValue;
  }

  /** Returns a decoder for a field in which zero means that there is no value, such as "never". */
  Decoder<T> unlessZero() {
    return new Decoder<>(expected, reader, true, showsValue);
  }

  /** Returns whether a value counts as absent. */
  boolean isNothing(JsonValue value) {
    return value == JsonNull.NULL || zeroIsNothing && "0".equals(scalar(value));
  }

  /** Returns a decoder of text, such as an identifier or an enum. */
  public static <T> Decoder<T> text(String expected, Function<String, T> maker) {
    return of(
        expected,
        value -> {
          String text = scalar(value);
          return text == null ? null : maker.apply(text);
        });
  }

  /** Returns a decoder of a whole number that may be written as text. */
  static <T> Decoder<T> numbered(
      String expected, LongFunction<T> whole, Function<String, T> maker) {
    Decoder<T> text = text(expected, maker);
    return new Decoder<>(
        expected,
        value ->
            value instanceof JsonNumber number && number.isLong()
                ? whole.apply(number.toLong())
                : text.reader.apply(value));
  }

  /**
   * Returns a decoder of any value.
   *
   * @param maker converts the value; returns null if it cannot
   */
  public static <T> Decoder<T> of(String expected, Function<JsonValue, @Nullable T> maker) {
    return new Decoder<>(expected, maker, false, false);
  }

  /** Returns a decoder of a list in one text, separated by commas, semicolons or white space. */
  public static <T> Decoder<List<T>> textList(Decoder<T> element) {
    Decoder<List<T>> list = list(element);
    return of(
        list.expected,
        value -> {
          String text = scalar(value);
          return text == null
              ? list.reader.apply(value)
              : SplitList.ofStored(text)
                  .map(part -> element.read(new JsonString(part), " at an element"))
                  .toList();
        });
  }

  /** Returns a decoder of objects. */
  public static <T> Decoder<T> object(Function<JsonObject, T> maker) {
    return of(
        "an object", value -> value instanceof JsonObject object ? maker.apply(object) : null);
  }

  /** Returns a decoder of lists, which leaves out null elements. */
  public static <T> Decoder<List<T>> list(Decoder<T> element) {
    return of(
        "a list whose elements are each " + element.expected,
        value -> {
          if (!(value instanceof JsonArray array)) {
            // A list of one element may be sent as that element: exclude-path of Proxmox VE 7.4.
            return scalar(value) == null ? null : List.of(element.read(value, " at its element"));
          }
          List<T> list = new ArrayList<>(array.values().size());
          for (int i = 0; i < array.values().size(); i++) {
            JsonValue each = array.values().get(i);
            if (each != JsonNull.NULL) {
              int index = i;
              list.add(element.read(each, () -> "[" + index + "]"));
            }
          }
          return List.copyOf(list);
        });
  }

  /**
   * Reads a value.
   *
   * @param where the name of the value, for the message
   * @throws MalformedResponseException if the value does not have the expected form
   */
  public T read(JsonValue value, String where) {
    return read(value, () -> where);
  }

  /** Takes a supplier, because most values are valid and need no name. */
  T read(JsonValue value, Supplier<String> where) {
    T result;
    try {
      result = reader.apply(value);
    } catch (MalformedResponseException e) {
      throw new MalformedResponseException(where.get() + e.getMessage(), e);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw malformed(value, where.get(), e);
    }
    if (result == null) {
      throw malformed(value, where.get(), null);
    }
    return result;
  }

  private MalformedResponseException malformed(
      JsonValue value, String where, @Nullable RuntimeException cause) {
    return new MalformedResponseException(new Field(where, expected, found(value)), cause);
  }

  private String found(JsonValue value) {
    String text = showsValue ? scalar(value) : null;
    if (text != null) {
      return "'" + text + "'";
    }
    if (value instanceof JsonObject) {
      return "an object";
    }
    if (value instanceof JsonArray) {
      return "a list";
    }
    if (value instanceof JsonNull) {
      return "null";
    }
    return value instanceof JsonString ? "another text" : "another scalar";
  }

  private static @Nullable String scalar(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonNumber number) {
      return number.literal();
    }
    return value instanceof JsonBoolean ? value.toString() : null;
  }

  /** Converts whole numbers directly, because BigDecimal is ten times slower. */
  static <N> @Nullable N number(
      JsonValue value, LongFunction<N> whole, Function<BigDecimal, N> other) {
    return value instanceof JsonNumber number && number.isLong()
        ? whole.apply(number.toLong())
        : number(value, other);
  }

  // A JsonNumber has the form of JSON, so the other forms that parseDouble accepts cannot occur.
  private static @Nullable Double doubleNumber(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.isLong() ? (double) number.toLong() : Double.parseDouble(number.literal());
    }
    return number(value, BigDecimal::doubleValue);
  }

  static <N> @Nullable N number(JsonValue value, Function<BigDecimal, N> convert) {
    if (value instanceof JsonBoolean) {
      return convert.apply(value == JsonBoolean.TRUE ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    String text = scalar(value);
    return text == null ? null : convert.apply(new BigDecimal(text.trim()));
  }

  private static @Nullable Boolean truth(JsonValue value) {
    String text = scalar(value);
    if (text == null) {
      return null;
    }
    // An empty text is Perl's own false.
    return text.isEmpty() ? Boolean.FALSE : Truth.of(text);
  }
}
