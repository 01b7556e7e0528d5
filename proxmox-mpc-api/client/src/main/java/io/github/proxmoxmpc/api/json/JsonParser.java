package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import okio.ByteString;

/**
 * Parses values with Moshi's reader. Numbers keep their spelling: {@code readJsonValue} would
 * convert them to doubles and lose 9223372036854775807 and 1.10. For one text; not thread-safe.
 */
final class JsonParser {
  private static final int LONGEST_PLACE = 100;

  // RFC 8259, 8.1: a reader may ignore it; proxies put it there.
  private static final ByteString BYTE_ORDER_MARK =
      ByteString.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);

  private final Buffer text;
  private final JsonReader in;
  private final List<JsonRow> rows = new ArrayList<>();

  /** The number of enclosing objects. */
  private int depth;

  /** Creates a parser that consumes the buffer. */
  JsonParser(Buffer utf8) {
    this.text = utf8;
    this.in = JsonReader.of(utf8);
  }

  /**
   * Parses the value; only white space may follow it.
   *
   * @throws IllegalArgumentException if the text is not JSON, or nests too deeply
   */
  JsonValue whole() {
    try {
      if (text.rangeEquals(0, BYTE_ORDER_MARK)) {
        text.skip(BYTE_ORDER_MARK.size());
      }
      JsonValue value = value();
      if (in.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("not JSON: something follows the value");
      }
      return value;
    } catch (EOFException e) {
      throw new IllegalArgumentException("not JSON: the text ends too early, in " + place(), e);
    } catch (JsonDataException e) {
      throw new IllegalArgumentException("not JSON: it nests too deeply", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: malformed at " + place(), e);
    }
  }

  private String place() {
    String path = in.getPath();
    return path.length() > LONGEST_PLACE ? path.substring(0, LONGEST_PLACE) + "..." : path;
  }

  private JsonValue value() throws IOException {
    switch (in.peek()) {
      case BEGIN_OBJECT:
        return object();
      case BEGIN_ARRAY:
        return array();
      case STRING:
        return new JsonString(in.nextString());
      case NUMBER:
        return number();
      case BOOLEAN:
        return JsonBoolean.of(in.nextBoolean());
      case NULL:
        in.nextNull();
        return JsonNull.NULL;
      default:
        throw new IOException("unexpected " + in.peek() + " at " + in.getPath());
    }
  }

  private JsonObject object() throws IOException {
    in.beginObject();
    JsonRow row = rowAt(depth++);
    row.begin();
    while (in.hasNext()) {
      row.add(row.name(in), value());
    }
    in.endObject();
    depth--;
    return row.end();
  }

  /** Objects of the same depth never overlap. */
  private JsonRow rowAt(int place) {
    if (place == rows.size()) {
      rows.add(new JsonRow());
    }
    return rows.get(place);
  }

  private JsonArray array() throws IOException {
    in.beginArray();
    List<JsonValue> values = new ArrayList<>();
    while (in.hasNext()) {
      values.add(value());
    }
    in.endArray();
    return new JsonArray(values);
  }

  /** Parses a number; for one that Moshi knows as a long, no text is created. */
  private JsonNumber number() throws IOException {
    return isKnownAsLong() ? JsonNumber.of(in.nextLong()) : JsonNumber.written(in.nextString());
  }

  /**
   * Returns whether Moshi knows the next number as a long, which prints as it was written: without
   * fraction and exponent, and not -0. Moshi 1.15 has already consumed such a number when it peeked
   * (JsonUtf8Reader.peekNumber); every other number is still in the buffer.
   */
  private boolean isKnownAsLong() {
    if (text.exhausted()) {
      return true;
    }
    byte next = text.getByte(0);
    return next != '-' && (next < '0' || next > '9');
  }
}
