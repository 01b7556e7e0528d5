package io.github.proxmoxmpc.api.json;

import io.github.proxmoxmpc.api.json.JsonNames.Name;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) from UTF-8, in one pass. Numbers stay as they were written: through a
 * double, 9223372036854775807 and 1.10 would be lost. Used once; not thread-safe.
 */
final class JsonParser {
  // PVE answers nest less than ten deep; a hostile answer must not exhaust the stack.
  private static final int DEEPEST = 255;

  // So many always fit into a long.
  private static final int LONG_DIGITS = 18;

  private final byte[] in;
  private final JsonNames names;
  private final JsonTexts texts;
  private final @Nullable JsonRow[] rows = new JsonRow[DEEPEST + 1];
  private int at;
  private int depth;

  JsonParser(byte[] in) {
    this.in = in;
    this.names = new JsonNames(in);
    this.texts = new JsonTexts(in);
  }

  /** The value, and nothing behind it but blanks. */
  JsonValue whole() {
    JsonValue value = value();
    if (next() != -1) {
      throw fault("something follows the value");
    }
    return value;
  }

  private JsonValue value() {
    int first = next();
    switch (first) {
      case '{':
        return object();
      case '[':
        return array();
      case '"':
        return text();
      case 't':
        return literal("true", JsonBoolean.TRUE);
      case 'f':
        return literal("false", JsonBoolean.FALSE);
      case 'n':
        return literal("null", JsonNull.NULL);
      default:
        return number();
    }
  }

  private JsonObject object() {
    enter();
    at++;
    if (next() == '}') {
      at++;
      depth--;
      return JsonObject.empty();
    }
    JsonRow row = rowAt(depth);
    row.begin();
    do {
      if (next() != '"') {
        throw fault("expected a name");
      }
      Name name = name(row.expected());
      if (next() != ':') {
        throw fault("expected a colon");
      }
      at++;
      row.add(name, value());
    } while (hasMore('}'));
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

  private Name name(@Nullable Name expected) {
    int start = at + 1;
    int end = expected == null ? -1 : names.endOf(expected, start);
    if (expected != null && end >= 0) {
      at = end + 1;
      return expected;
    }
    end = plainEnd(start);
    if (end < in.length && in[end] == '"') {
      at = end + 1;
      return names.at(start, end - start);
    }
    return new Name(string(), null);
  }

  private JsonArray array() {
    enter();
    at++;
    List<JsonValue> values = new ArrayList<>();
    if (next() == ']') {
      at++;
    } else {
      do {
        values.add(value());
      } while (hasMore(']'));
    }
    depth--;
    return new JsonArray(values);
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw fault("nested more than " + DEEPEST + " deep");
    }
  }

  /** Steps over the comma, or over the end. */
  private boolean hasMore(char end) {
    int mark = next();
    if (mark != ',' && mark != end) {
      throw fault("expected a comma or '" + end + "'");
    }
    at++;
    return mark == ',';
  }

  private JsonValue literal(String word, JsonValue value) {
    for (int i = 0; i < word.length(); i++) {
      if (at >= in.length || in[at] != word.charAt(i)) {
        throw fault("expected a value");
      }
      at++;
    }
    return value;
  }

  private JsonNumber number() {
    int start = at;
    boolean negative = start < in.length && in[start] == '-';
    int first = negative ? start + 1 : start;
    int i = first;
    long whole = 0;
    while (i < in.length && isDigit(in[i])) {
      whole = whole * 10 + (in[i++] - '0');
    }
    at = i;
    int digits = i - first;
    if (digits == 0 || (digits > 1 && in[first] == '0')) {
      throw fault("expected a value");
    }
    if (!isFraction() && !negative && digits <= LONG_DIGITS) {
      return JsonNumber.of(whole);
    }
    return new JsonNumber(ascii(start, at - start));
  }

  /** Steps over a fraction and an exponent. */
  private boolean isFraction() {
    int from = at;
    if (at < in.length && in[at] == '.') {
      at++;
      requireDigits();
    }
    if (at < in.length && (in[at] == 'e' || in[at] == 'E')) {
      at++;
      if (at < in.length && (in[at] == '+' || in[at] == '-')) {
        at++;
      }
      requireDigits();
    }
    return at > from;
  }

  private void requireDigits() {
    int i = at;
    while (i < in.length && isDigit(in[i])) {
      i++;
    }
    if (i == at) {
      throw fault("expected a digit");
    }
    at = i;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private JsonString text() {
    int start = at + 1;
    int end = start;
    int hash = 0;
    while (end < in.length && isPlain(in[end])) {
      hash = hash * 31 + in[end++];
    }
    if (end < in.length && in[end] == '"') {
      at = end + 1;
      return texts.at(start, end - start, hash);
    }
    return new JsonString(string());
  }

  /** Where ASCII without escapes ends. */
  private int plainEnd(int start) {
    int end = start;
    while (end < in.length && isPlain(in[end])) {
      end++;
    }
    return end;
  }

  private static boolean isPlain(byte b) {
    return b != '"' && b != '\\' && b >= 0;
  }

  private String string() {
    StringBuilder text = new StringBuilder();
    int from = ++at;
    while (at < in.length && in[at] != '"') {
      if (in[at] == '\\') {
        text.append(unicode(from, at - from));
        at++;
        text.append(escape());
        from = at;
      } else {
        at++;
      }
    }
    if (at >= in.length) {
      throw fault("a text has no end");
    }
    text.append(unicode(from, at - from));
    at++;
    return text.toString();
  }

  private char escape() {
    int mark = at < in.length ? in[at++] : -1;
    return switch (mark) {
      case '"', '\\', '/' -> (char) mark;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> throw fault("a backslash before what needs none");
    };
  }

  private char codeUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < in.length ? Character.digit(in[at], 16) : -1;
      if (digit < 0) {
        throw fault("expected four hexadecimal digits");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private String ascii(int start, int length) {
    return new String(in, start, length, StandardCharsets.ISO_8859_1);
  }

  private String unicode(int start, int length) {
    return new String(in, start, length, StandardCharsets.UTF_8);
  }

  /** The next byte that is no blank, which is not stepped over; -1 at the end. */
  private int next() {
    while (at < in.length) {
      byte b = in[at];
      if (b > ' ' || (b != ' ' && b != '\n' && b != '\r' && b != '\t')) {
        return b;
      }
      at++;
    }
    return -1;
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException("not JSON: " + what + " at byte " + at);
  }
}
