package io.github.proxmoxmpc.api.internal;

import io.github.proxmoxmpc.api.download.Download;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.identifier.VolumeId;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonText;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.result.FieldType;
import io.github.proxmoxmpc.api.result.IdentifierField;
import io.github.proxmoxmpc.api.result.Listing;
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
final class EnvelopeConverters extends Converter.Factory {
  private static final FieldType<JsonObject> ENVELOPE = FieldType.OBJECT;
  private static final JsonValue NONE = new JsonArray(List.of());
  private static final Converter<ResponseBody, Download> DOWNLOAD = BodyDownload::of;

  /** What a result can be besides the generated types. */
  private static final Map<Type, FieldType<?>> PLAIN =
      Map.of(
          String.class, FieldType.STRING,
          Integer.class, FieldType.INTEGER,
          Long.class, FieldType.LONG,
          Double.class, FieldType.DOUBLE,
          Boolean.class, FieldType.BOOLEAN,
          Upid.class, IdentifierField.UPID,
          VmId.class, IdentifierField.VM_ID,
          VolumeId.class, IdentifierField.VOLUME_ID,
          JsonValue.class, FieldType.JSON,
          JsonObject.class, FieldType.OBJECT);

  private final ResultTypes generated;

  EnvelopeConverters(ResultTypes generated) {
    this.generated = generated;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == Download.class) {
      return DOWNLOAD;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == Listing.class) {
      return listing(FieldType.list(typeOf(list.getActualTypeArguments()[0])));
    }
    if (Stream.of(annotations).anyMatch(OrAgentError.class::isInstance)) {
      return agentConverter(typeOf(type), empty(type));
    }
    return Stream.of(annotations).anyMatch(OrNull.class::isInstance)
        ? nullableConverter(typeOf(type))
        : converter(typeOf(type), empty(type));
  }

  private FieldType<?> typeOf(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return FieldType.list(typeOf(list.getActualTypeArguments()[0]));
    }
    FieldType<?> plain = PLAIN.get(type);
    FieldType<?> found = plain == null ? generated.of(type) : plain;
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

  private static <T> Converter<ResponseBody, T> converter(FieldType<T> type, JsonValue empty) {
    return body -> type.read(data(envelope(body), empty), "data");
  }

  private static <T> Converter<ResponseBody, T> nullableConverter(FieldType<T> type) {
    return body -> {
      JsonValue told = data(envelope(body), JsonNull.NULL);
      return told == JsonNull.NULL ? null : type.read(told, "data");
    };
  }

  private static <T> Converter<ResponseBody, T> agentConverter(FieldType<T> type, JsonValue empty) {
    return body -> {
      JsonValue told = data(envelope(body), empty);
      AgentErrorException.throwIfIn(told);
      return type.read(told, "data");
    };
  }

  private static <T> Converter<ResponseBody, Listing<T>> listing(FieldType<List<T>> type) {
    return body -> {
      JsonObject envelope = envelope(body);
      return new Listing<>(type.read(data(envelope, NONE), "data"), envelope);
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
