package io.github.proxmoxmpc.simulator.internal.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON as maps, lists, text, {@link Long}, {@link BigDecimal} and null. */
public final class JsonCodec {
  private JsonCodec() {}

  /** Writes a value; nulls are kept, for the server sends them. */
  public static ByteString write(@Nullable Object value) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writer.jsonValue(value);
    } catch (IOException e) {
      throw new UncheckedIOException("A buffer in memory cannot fail", e);
    }
    return buffer.readByteString();
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static @Nullable Object read(BufferedSource source) {
    try (JsonReader reader = JsonReader.of(source)) {
      Object value = next(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("More than one JSON value");
      }
      return value;
    } catch (JsonDataException | JsonEncodingException | java.io.EOFException e) {
      throw new IllegalArgumentException("No JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one value from text. */
  public static @Nullable Object read(String text) {
    return read(new Buffer().writeUtf8(text));
  }

  /** An object, or an empty one if the value is something else. */
  @SuppressWarnings("unchecked") // every map that read() makes has text as its keys
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /** A list, or an empty one if the value is something else. */
  @SuppressWarnings("unchecked") // a list of whatever read() makes
  public static List<@Nullable Object> array(@Nullable Object value) {
    return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
  }

  private static @Nullable Object next(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          object.put(reader.nextName(), next(reader));
        }
        reader.endObject();
        yield object;
      }
      case BEGIN_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(next(reader));
        }
        reader.endArray();
        yield array;
      }
      case STRING -> reader.nextString();
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.<Object>nextNull();
      default -> throw new IllegalArgumentException("No JSON value at " + reader.getPath());
    };
  }

  // Moshi's own readJsonValue would turn every number into a double and lose digits.
  private static Object number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return new BigDecimal(digits);
    }
  }
}
