package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.internal.call.ResultReader;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.message.IdentifierDecoder;
import io.github.proxmoxmpc.api.message.ListResult;
import io.github.proxmoxmpc.api.transfer.Download;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The readers of results. Each takes a supplier of its decoder, so that the class of a result is
 * loaded only when the first result of that type arrives.
 */
public final class Results {
  private static final JsonValue NO_ELEMENTS = new JsonArray(List.of());
  private static final JsonValue NO_TASK = new JsonString("OK");
  private static final ResultReader<Download> DOWNLOAD = BodyDownload::of;

  private Results() {}

  /** Returns the reader of operations without a result. */
  public static ResultReader<Void> nothing() {
    return NoResult.INSTANCE;
  }

  /** Returns the reader of operations whose response is bytes. */
  public static ResultReader<Download> download() {
    return DOWNLOAD;
  }

  /** Reads a single value, which is required. */
  public static <T> ResultReader<T> value(Supplier<Decoder<T>> decoder) {
    return data(decoder, JsonNull.NULL);
  }

  /** Reads a single value; the result is null if the server sends null. */
  @SuppressWarnings("NullAway") // it does not know that a type argument is @Nullable
  public static <T> ResultReader<@Nullable T> nullable(Supplier<Decoder<T>> decoder) {
    return body -> {
      JsonValue data = Envelope.data(Envelope.read(body), JsonNull.NULL);
      return data == JsonNull.NULL ? null : decoder.get().read(data, "data");
    };
  }

  /** Reads the UPID of a task; the result is null if the server had nothing to do. */
  @SuppressWarnings("NullAway") // it does not know that a type argument is @Nullable
  public static ResultReader<@Nullable Upid> optionalTask() {
    return body -> {
      JsonValue data = Envelope.data(Envelope.read(body), JsonNull.NULL);
      // PVE::API2::VZDump 9.2 sends "OK" instead of a UPID if there is nothing to back up.
      return data == JsonNull.NULL || NO_TASK.equals(data)
          ? null
          : IdentifierDecoder.UPID.read(data, "data");
    };
  }

  /** Reads an object. PVE 9.2 sends null if a declared object has no fields. */
  public static <T> ResultReader<T> object(Supplier<Decoder<T>> decoder) {
    return data(decoder, JsonObject.empty());
  }

  /** Reads a list. PVE 9.2 sends null if a declared list has no elements. */
  public static <T> ResultReader<T> list(Supplier<Decoder<T>> decoder) {
    return data(decoder, NO_ELEMENTS);
  }

  /** Reads a list, and keeps the fields that the server sends beside it. */
  public static <T> ResultReader<ListResult<T>> listing(Supplier<Decoder<List<T>>> decoder) {
    return body -> {
      JsonObject envelope = Envelope.read(body);
      JsonValue data = Envelope.data(envelope, NO_ELEMENTS);
      return new ListResult<>(decoder.get().read(data, "data"), envelope);
    };
  }

  /** Reads an object, or the error of a guest agent that the server sends as a success. */
  public static <T> ResultReader<T> agentObject(Supplier<Decoder<T>> decoder) {
    return agentData(decoder, JsonObject.empty());
  }

  /** Reads a list, or the error of a guest agent that the server sends as a success. */
  public static <T> ResultReader<T> agentList(Supplier<Decoder<T>> decoder) {
    return agentData(decoder, NO_ELEMENTS);
  }

  private static <T> ResultReader<T> data(Supplier<Decoder<T>> decoder, JsonValue whenNull) {
    return body -> decoder.get().read(Envelope.data(Envelope.read(body), whenNull), "data");
  }

  private static <T> ResultReader<T> agentData(Supplier<Decoder<T>> decoder, JsonValue whenNull) {
    return body -> {
      JsonValue data = Envelope.data(Envelope.read(body), whenNull);
      AgentErrorException.throwIfIn(data);
      return decoder.get().read(data, "data");
    };
  }
}
