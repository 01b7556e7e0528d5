package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A result as text for logs and debuggers: of bounded length and without secrets. */
final class ResultText {
  private static final int LONGEST = 1_000;
  // Beyond this no field begins, so that most texts end with a whole one.
  private static final int FULL = 800;
  private static final int MOST_ELEMENTS = 10;
  private static final String MASK = "***";
  private static final String CUT = "...";

  /** Newer servers may send secrets that this SDK does not know; their names usually tell. */
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "passw|passphrase|secret|ticket|credential|keyring|token$"
              + "|(?:private|auth|api|encryption|client|hmac|access)[-_]?key",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+$");

  private final ApiResult result;
  private final StringBuilder out = new StringBuilder();

  private ResultText(ApiResult result) {
    this.result = result;
  }

  static String of(ApiResult result) {
    ResultText text = new ResultText(result);
    text.out.append(result.getClass().getSimpleName()).append('[');
    text.fields(result.raw(), text::field);
    return cut(text.out.append(']'));
  }

  private static String cut(StringBuilder text) {
    if (text.length() > LONGEST) {
      int end = LONGEST - CUT.length();
      text.setLength(Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
      text.append(CUT);
    }
    return text.toString();
  }

  private interface FieldWriter {
    void write(String name, JsonValue value);
  }

  private void fields(JsonObject object, FieldWriter writer) {
    List<String> names = object.names();
    each(
        names,
        names.size(),
        name -> {
          out.append(LogSafeText.of(name)).append('=');
          JsonValue value = object.get(name);
          writer.write(name, value == null ? JsonNull.NULL : value);
        });
  }

  private void field(String name, JsonValue value) {
    Decoder<?> guarded = guarded(name);
    if (guarded == null || value == JsonNull.NULL) {
      json(name, value);
      return;
    }
    Object read;
    try {
      read = guarded.read(value, name);
    } catch (MalformedResponseException e) {
      // It may be a secret all the same.
      out.append(MASK);
      return;
    }
    if (read instanceof List<?> list) {
      list(list, this::guardedValue);
    } else {
      guardedValue(read);
    }
  }

  private @Nullable Decoder<?> guarded(String name) {
    Decoder<?> decoder = result.guarded(name);
    return decoder == null ? result.guarded(NUMBER.matcher(name).replaceFirst("[n]")) : decoder;
  }

  private void guardedValue(Object value) {
    String text = value.toString();
    out.append(value instanceof ApiResult ? text : LogSafeText.of(text));
  }

  private void json(String name, JsonValue value) {
    if (value instanceof JsonNull || value instanceof JsonBoolean) {
      out.append(value);
    } else if (SECRET_NAME.matcher(name).find()) {
      out.append(MASK);
    } else if (value instanceof JsonObject object) {
      out.append('{');
      fields(object, this::json);
      out.append('}');
    } else if (value instanceof JsonArray array) {
      list(array.values(), element -> json(name, element));
    } else {
      out.append(
          LogSafeText.of(value instanceof JsonString text ? text.value() : value.toString()));
    }
  }

  private <T> void list(List<T> elements, Consumer<T> writer) {
    out.append('[');
    each(elements, MOST_ELEMENTS, writer);
    out.append(']');
  }

  /** Writes as many as fit, and how many did not. */
  private <T> void each(List<T> elements, int most, Consumer<T> writer) {
    int written = 0;
    for (T element : elements) {
      if (written > 0) {
        out.append(", ");
      }
      if (written == most || out.length() > FULL) {
        out.append(CUT).append(elements.size() - written).append(" more");
        return;
      }
      writer.accept(element);
      written++;
    }
  }
}
