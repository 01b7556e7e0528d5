package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonText;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.message.Decoder;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** The object around every result: {@code {"data": ...}}. */
final class Envelope {
  private Envelope() {}

  /**
   * Reads the body of a response.
   *
   * @throws NotJsonException if it is not JSON
   */
  static JsonObject read(ResponseBody body) throws IOException {
    return Decoder.OBJECT.read(json(body), "the response");
  }

  /** Returns the data in an envelope, or a default if the data is missing or null. */
  static JsonValue data(JsonObject envelope, JsonValue whenNull) {
    JsonValue data = envelope.get("data");
    return data == null || data == JsonNull.NULL ? whenNull : data;
  }

  private static JsonValue json(ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      // Reads the whole body first, so that a failure of the connection is not taken for bad JSON.
      source.request(Long.MAX_VALUE);
      return JsonText.read(source.getBuffer());
    } catch (IllegalArgumentException e) {
      throw new NotJsonException(e);
    }
  }
}
