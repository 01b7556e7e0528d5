package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;

/** Between JSON text and {@link JsonValue}. */
final class JsonText {
  private JsonText() {}

  static JsonValue parse(String text) {
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
      JsonValue value = read(reader);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("not JSON: something follows the value");
      }
      return value;
    } catch (IOException | JsonDataException e) {
      // The latter where it nests deeper than Moshi follows.
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  static JsonValue read(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        return readObject(reader);
      case BEGIN_ARRAY:
        List<JsonValue> values = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          values.add(read(reader));
        }
        reader.endArray();
        return new JsonArray(values);
      case STRING:
        return new JsonString(reader.nextString());
      case NUMBER:
        // readJsonValue() would go through double: 9223372036854775807 and 1.10 would be lost.
        return new JsonNumber(reader.nextString());
      case BOOLEAN:
        return JsonBoolean.of(reader.nextBoolean());
      case NULL:
        reader.nextNull();
        return JsonNull.NULL;
      default:
        throw new IOException("unexpected " + reader.peek() + " at " + reader.getPath());
    }
  }

  static JsonObject readObject(JsonReader reader) throws IOException {
    JsonObject.Builder object = JsonObject.builder();
    reader.beginObject();
    while (reader.hasNext()) {
      object.put(reader.nextName(), read(reader));
    }
    reader.endObject();
    return object.build();
  }

  static String print(JsonValue value) {
    StringBuilder out = new StringBuilder();
    value.appendTo(out);
    return out.toString();
  }

  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == '\u2028' || c == '\u2029') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
