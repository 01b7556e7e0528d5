package io.github.proxmoxmpc.api.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.github.proxmoxmpc.api.download.Download;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Takes the result out of {@code {"data": ...}} while it streams in. */
final class EnvelopeConverters extends Converter.Factory {
  private static final String DATA = "data";
  private static final Converter<ResponseBody, Download> DOWNLOAD =
      body -> {
        try (body) {
          return Download.of(body.bytes());
        }
      };

  private final Moshi moshi;

  EnvelopeConverters(Moshi moshi) {
    this.moshi = moshi;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == Download.class ? DOWNLOAD : converter(type, moshi.adapter(type));
  }

  private static <T> Converter<ResponseBody, T> converter(Type type, JsonAdapter<T> adapter) {
    return body -> {
      try (body;
          JsonReader reader = JsonReader.of(body.source())) {
        T data = null;
        // The order of the fields varies from answer to answer (PVE 9.2).
        reader.beginObject();
        while (reader.hasNext()) {
          if (!reader.nextName().equals(DATA)) {
            reader.skipValue();
          } else if (reader.peek() == JsonReader.Token.NULL) {
            reader.nextNull();
          } else {
            data = adapter.fromJson(reader);
          }
        }
        reader.endObject();
        return data == null ? empty(type, adapter) : data;
      }
    };
  }

  // PVE 9.2 answers null where a list or an object is declared and there is nothing to tell.
  private static <T> @Nullable T empty(Type type, JsonAdapter<T> adapter) throws IOException {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return adapter.fromJson("[]");
    }
    return ResultAdapters.isScalar(type) ? null : adapter.fromJson("{}");
  }
}
