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
 * How a JSON value is read as a Java value, tolerantly: Perl writes {@code 1}, {@code "1"} and
 * {@code true} for one and the same truth, and {@code 4096} or {@code "4096"} for one number.
 *
 * @param <T> the Java type
 */
public final class Decoder<T> {
  /** Any value, as it came. */
  public static final Decoder<JsonValue> JSON = of("a value", value -> value);

  /** An object, as it came. */
  public static final Decoder<JsonObject> OBJECT =
      of("an object", value -> value instanceof JsonObject object ? object : null);

  /** Text; a number or a boolean is read as it was written. */
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

  /** Truth; PVE::Tools::parse_boolean takes the words too. */
  public static final Decoder<Boolean> BOOLEAN = new Decoder<>("true or false", Decoder::truth);

  /** A text that nobody should see. */
  public static final Decoder<Secret> SECRET = text("a secret", Secret::of);

  /** Text that the server keeps percent-encoded, decoded. */
  public static final Decoder<String> URLENCODED = text("text", PercentText::decode);

  private final String expected;
  private final boolean zeroIsNothing;
  // Of a text only the kind is told: it may be a secret. Nobody takes a number for one.
  private final boolean showsValue;
  private final Function<JsonValue, @Nullable T> reader;

  /** A type of numbers or the like: what is there instead may be shown. */
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

  /** The same type for a field where zero says that there is no value, such as "never". */
  Decoder<T> unlessZero() {
    return new Decoder<>(expected, reader, true, showsValue);
  }

  /** Whether a value says that there is none. */
  boolean isNothing(JsonValue value) {
    return value == JsonNull.NULL || zeroIsNothing && "0".equals(scalar(value));
  }

  /** A type made from text, such as an identifier or an enum. */
  public static <T> Decoder<T> text(String expected, Function<String, T> maker) {
    return of(
        expected,
        value -> {
          String text = scalar(value);
          return text == null ? null : maker.apply(text);
        });
  }

  /** A type made from text that is a whole number, or from that number. */
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
   * A type made from any value.
   *
   * @param maker makes it; null where the value is not of it
   */
  public static <T> Decoder<T> of(String expected, Function<JsonValue, @Nullable T> maker) {
    return new Decoder<>(expected, maker, false, false);
  }

  /** A list that is sent as one text, parted by commas, semicolons or blanks. */
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

  /** A type made from an object. */
  public static <T> Decoder<T> object(Function<JsonObject, T> maker) {
    return of(
        "an object", value -> value instanceof JsonObject object ? maker.apply(object) : null);
  }

  /** A list; null elements are left out. */
  public static <T> Decoder<List<T>> list(Decoder<T> element) {
    return of(
        "a list of which each element is " + element.expected,
        value -> {
          if (!(value instanceof JsonArray array)) {
            // A list of one may come as its element: exclude-path of Proxmox VE 7.4.
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
   * @param where what is read, for the message
   * @throws MalformedResponseException if it cannot be read as this type
   */
  public T read(JsonValue value, String where) {
    return read(value, () -> where);
  }

  /** Most values are as they should be, so nobody makes up where they stand before it is asked. */
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

  /** Most numbers are whole and known as such; BigDecimal is ten times slower. */
  static <N> @Nullable N number(
      JsonValue value, LongFunction<N> whole, Function<BigDecimal, N> other) {
    return value instanceof JsonNumber number && number.isLong()
        ? whole.apply(number.toLong())
        : number(value, other);
  }

  // A JsonNumber has the form of JSON; of what else parseDouble takes, nothing gets here.
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
    // Perl's own false is the empty text.
    return text.isEmpty() ? Boolean.FALSE : Truth.of(text);
  }
}
