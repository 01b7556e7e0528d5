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
import java.util.Arrays;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of what Moshi reads. Numbers stay as they were written: {@code readJsonValue} goes
 * through a double, where 9223372036854775807 and 1.10 are lost. Used once; not thread-safe.
 */
final class JsonParser {
  // Moshi goes no deeper; PVE answers nest less than ten deep.
  private static final int DEEPEST = 255;

  private static final int LONGEST_PLACE = 100;

  // RFC 8259, 8.1: a reader may ignore it; proxies put it there.
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  // So many always fit into a long.
  private static final int LONG_DIGITS = 18;

  private final JsonReader in;
  private final @Nullable JsonRow[] rows = new JsonRow[DEEPEST + 1];
  private int depth;

  JsonParser(byte[] utf8) {
    int start =
        Arrays.mismatch(utf8, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length
            ? BYTE_ORDER_MARK.length
            : 0;
    this.in = JsonReader.of(new Buffer().write(utf8, start, utf8.length - start));
  }

  /**
   * The value, and nothing behind it but blanks.
   *
   * @throws IllegalArgumentException if the text is no JSON, or nests too deep
   */
  JsonValue whole() {
    try {
      JsonValue value = value();
      if (in.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("not JSON: something follows the value");
      }
      return value;
    } catch (EOFException e) {
      throw new IllegalArgumentException("not JSON: it ends too early, in " + place(), e);
    } catch (JsonDataException e) {
      throw new IllegalArgumentException("not JSON: it nests too deep to be read", e);
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
        return number(in.nextString());
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
      row.add(in.nextName(), value());
    }
    in.endObject();
    depth--;
    return row.end();
  }

  /** Objects of the same depth never overlap. */
  private JsonRow rowAt(int place) {
    JsonRow row = rows[place];
    if (row == null) {
      row = new JsonRow();
      rows[place] = row;
    }
    return row;
  }

  private JsonArray array() throws IOException {
    in.beginArray();
    depth++;
    List<JsonValue> values = new ArrayList<>();
    while (in.hasNext()) {
      values.add(value());
    }
    in.endArray();
    depth--;
    return new JsonArray(values);
  }

  /** A number as it is written; a whole one is kept as a long, which prints the same. */
  private static JsonNumber number(String literal) {
    if (literal.length() > LONG_DIGITS) {
      return new JsonNumber(literal);
    }
    long whole = 0;
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c < '0' || c > '9') {
        return new JsonNumber(literal);
      }
      whole = whole * 10 + (c - '0');
    }
    return JsonNumber.of(whole);
  }
}
