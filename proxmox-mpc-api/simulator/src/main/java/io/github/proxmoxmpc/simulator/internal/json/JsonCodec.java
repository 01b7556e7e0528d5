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

/** Reads and writes JSON as maps, lists, strings, {@link Long}, {@link BigDecimal} and null. */
public final class JsonCodec {
  private JsonCodec() {}

  /** Writes a value. Nulls are kept because the server sends them. */
  public static ByteString write(@Nullable Object value) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writer.jsonValue(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON to memory", e);
    }
    return buffer.readByteString();
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if the source is not valid JSON
   */
  public static @Nullable Object read(BufferedSource source) {
    try (JsonReader reader = JsonReader.of(source)) {
      Object value = next(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("Expected one JSON value, but found more");
      }
      return value;
    } catch (JsonDataException | JsonEncodingException | java.io.EOFException e) {
      throw new IllegalArgumentException("Invalid JSON: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one value from text. */
  public static @Nullable Object read(String text) {
    return read(new Buffer().writeUtf8(text));
  }

  /** Returns the value as an object, or an empty object if it is something else. */
  @SuppressWarnings("unchecked") // read() creates only maps with text keys
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /** Returns the value as a list, or an empty list if it is something else. */
  @SuppressWarnings("unchecked") // read() creates only lists of objects
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
      default -> throw new IllegalArgumentException("Expected a JSON value at " + reader.getPath());
    };
  }

  // Moshi's readJsonValue would turn every number into a double and lose digits.
  private static Object number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return new BigDecimal(digits);
    }
  }
}
