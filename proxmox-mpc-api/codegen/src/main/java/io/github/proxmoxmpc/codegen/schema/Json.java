package io.github.proxmoxmpc.codegen.schema;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, strings, booleans and {@link BigDecimal}s, and prints it in a form
 * that is easy to read and to diff.
 */
public final class Json {
  private static final int WIDTH = 120;

  private Json() {}

  /** Reads one JSON object. */
  public static Map<String, @Nullable Object> readObject(String text) {
    Object value = read(text);
    if (!(value instanceof Map<?, ?>)) {
      throw new IllegalArgumentException("expected a JSON object");
    }
    return object(value);
  }

  /** Reads one JSON value. */
  public static @Nullable Object read(String text) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
      Object value = read(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("unexpected text after the JSON value");
      }
      return value;
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          map.put(reader.nextName(), read(reader));
        }
        reader.endObject();
        return map;
      case BEGIN_ARRAY:
        List<@Nullable Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          list.add(read(reader));
        }
        reader.endArray();
        return list;
      case STRING:
        return reader.nextString();
      case NUMBER:
        return new BigDecimal(reader.nextString());
      case BOOLEAN:
        return reader.nextBoolean();
      case NULL:
        return reader.nextNull();
      default:
        throw new IOException("unexpected " + reader.peek() + " at " + reader.getPath());
    }
  }

  /** Returns the value as an object, or an empty object if it is null. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value == null ? new LinkedHashMap<>() : (Map<String, @Nullable Object>) value;
  }

  /** Returns the value as a list, or an empty list if it is null. */
  @SuppressWarnings("unchecked")
  public static List<@Nullable Object> list(@Nullable Object value) {
    return value == null ? List.of() : (List<@Nullable Object>) value;
  }

  /**
   * Returns whether a value counts as true in JSON that Perl wrote: {@code 1}, {@code "1"}, true.
   */
  public static boolean truth(@Nullable Object value) {
    return value != null
        && !value.equals(Boolean.FALSE)
        && !value.toString().isEmpty()
        && !value.toString().equals("0");
  }

  /** Prints a value; objects and lists that fit on one line are not broken. */
  public static String print(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    print(value, 0, 0, out);
    return out.append('\n').toString();
  }

  private static void print(@Nullable Object value, int indent, int used, StringBuilder out) {
    String line = compact(value);
    boolean nested =
        value instanceof Map<?, ?> map && !map.isEmpty()
            || value instanceof List<?> list && !list.isEmpty();
    if (!nested || (indent > 0 && indent + used + line.length() <= WIDTH)) {
      out.append(line);
      return;
    }
    String margin = " ".repeat(indent + 2);
    if (value instanceof Map<?, ?>) {
      out.append("{\n");
      String separator = "";
      for (Map.Entry<String, @Nullable Object> entry : object(value).entrySet()) {
        String name = compact(entry.getKey()) + ": ";
        out.append(separator).append(margin).append(name);
        print(entry.getValue(), indent + 2, name.length(), out);
        separator = ",\n";
      }
      out.append('\n').append(" ".repeat(indent)).append('}');
    } else {
      out.append("[\n");
      String separator = "";
      for (Object element : list(value)) {
        out.append(separator).append(margin);
        print(element, indent + 2, 0, out);
        separator = ",\n";
      }
      out.append('\n').append(" ".repeat(indent)).append(']');
    }
  }

  private static String compact(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      StringBuilder out = new StringBuilder("{");
      for (Map.Entry<String, @Nullable Object> entry : object(value).entrySet()) {
        out.append(out.length() > 1 ? ", " : "")
            .append(compact(entry.getKey()))
            .append(": ")
            .append(compact(entry.getValue()));
      }
      return out.append('}').toString();
    }
    if (value instanceof List<?>) {
      StringBuilder out = new StringBuilder("[");
      for (Object element : list(value)) {
        out.append(out.length() > 1 ? ", " : "").append(compact(element));
      }
      return out.append(']').toString();
    }
    return value instanceof String text ? quote(text) : String.valueOf(value);
  }

  private static String quote(String text) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setLenient(true);
      writer.value(text);
    } catch (IOException e) {
      throw new AssertionError("writing to a buffer cannot fail", e);
    }
    return buffer.readUtf8();
  }
}
