package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.internal.call.OrAgentError;
import io.github.proxmoxmpc.api.internal.call.OrNull;
import io.github.proxmoxmpc.api.internal.call.ResultTypes;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonText;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.message.IdentifierDecoder;
import io.github.proxmoxmpc.api.message.ListResult;
import io.github.proxmoxmpc.api.transfer.Download;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Takes the result out of {@code {"data": ...}}. A type that nobody knows how to read is an error:
 * none is made up.
 */
public final class EnvelopeConverters extends Converter.Factory {
  private static final Decoder<JsonObject> ENVELOPE = Decoder.OBJECT;
  private static final JsonValue NONE = new JsonArray(List.of());
  private static final Converter<ResponseBody, Download> DOWNLOAD = BodyDownload::of;

  private static final JsonValue NO_TASK = new JsonValue.JsonString("OK");

  /** What a result can be besides the generated types. */
  private static final Map<Type, Decoder<?>> PLAIN =
      Map.of(
          String.class, Decoder.STRING,
          Integer.class, Decoder.INTEGER,
          Long.class, Decoder.LONG,
          Double.class, Decoder.DOUBLE,
          Boolean.class, Decoder.BOOLEAN,
          Upid.class, IdentifierDecoder.UPID,
          VmId.class, IdentifierDecoder.VM_ID,
          VolumeId.class, IdentifierDecoder.VOLUME_ID,
          JsonValue.class, Decoder.JSON,
          JsonObject.class, Decoder.OBJECT);

  private final ResultTypes generated;

  public EnvelopeConverters(ResultTypes generated) {
    this.generated = generated;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == Download.class) {
      return DOWNLOAD;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == ListResult.class) {
      return listing(Decoder.list(typeOf(list.getActualTypeArguments()[0])));
    }
    if (Stream.of(annotations).anyMatch(OrAgentError.class::isInstance)) {
      return agentConverter(typeOf(type), empty(type));
    }
    return Stream.of(annotations).anyMatch(OrNull.class::isInstance)
        ? nullableConverter(typeOf(type))
        : converter(typeOf(type), empty(type));
  }

  private Decoder<?> typeOf(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return Decoder.list(typeOf(list.getActualTypeArguments()[0]));
    }
    Decoder<?> plain = PLAIN.get(type);
    Decoder<?> found = plain == null ? generated.of(type) : plain;
    if (found == null) {
      throw new IllegalArgumentException("Nothing reads " + type + ", and nothing is made up");
    }
    return found;
  }

  // PVE 9.2 answers null where a list or an object is declared and there is nothing to tell.
  private static JsonValue empty(Type type) {
    if (type instanceof ParameterizedType) {
      return NONE;
    }
    boolean scalar = type != JsonObject.class && PLAIN.containsKey(type);
    return scalar ? JsonNull.NULL : JsonObject.empty();
  }

  private static <T> Converter<ResponseBody, T> converter(Decoder<T> type, JsonValue empty) {
    return body -> type.read(data(envelope(body), empty), "data");
  }

  private static <T> Converter<ResponseBody, T> nullableConverter(Decoder<T> type) {
    return body -> {
      JsonValue told = data(envelope(body), JsonNull.NULL);
      // PVE::API2::VZDump 9.2 answers "OK" instead of a UPID if there is nothing to back up.
      if (type == IdentifierDecoder.UPID && NO_TASK.equals(told)) {
        return null;
      }
      return told == JsonNull.NULL ? null : type.read(told, "data");
    };
  }

  private static <T> Converter<ResponseBody, T> agentConverter(Decoder<T> type, JsonValue empty) {
    return body -> {
      JsonValue told = data(envelope(body), empty);
      AgentErrorException.throwIfIn(told);
      return type.read(told, "data");
    };
  }

  private static <T> Converter<ResponseBody, ListResult<T>> listing(Decoder<List<T>> type) {
    return body -> {
      JsonObject envelope = envelope(body);
      return new ListResult<>(type.read(data(envelope, NONE), "data"), envelope);
    };
  }

  private static JsonValue data(JsonObject envelope, JsonValue empty) {
    JsonValue data = envelope.get("data");
    return data == null || data == JsonNull.NULL ? empty : data;
  }

  private static JsonObject envelope(ResponseBody body) throws IOException {
    return ENVELOPE.read(json(body), "the answer");
  }

  private static JsonValue json(ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      // All of it first: what fails here is the connection, and the text below.
      source.request(Long.MAX_VALUE);
      return JsonText.read(source.getBuffer());
    } catch (IllegalArgumentException e) {
      throw new NotJsonException(e);
    }
  }
}
