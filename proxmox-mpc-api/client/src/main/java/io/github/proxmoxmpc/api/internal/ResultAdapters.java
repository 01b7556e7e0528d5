package io.github.proxmoxmpc.api.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.json.FieldType;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adapters for what a result can be besides the generated types.
 *
 * <p>It stands last and takes every type, so that Moshi's reflection never guesses an adapter: a
 * type that nobody reads is an error.
 */
final class ResultAdapters implements JsonAdapter.Factory {
  private static final Map<Type, JsonAdapter<?>> ADAPTERS =
      Map.of(
          String.class, FieldType.STRING.adapter(JsonString::new),
          Integer.class, FieldType.INTEGER.adapter(number -> new JsonNumber(number.toString())),
          Long.class, FieldType.LONG.adapter(number -> new JsonNumber(number.toString())),
          Double.class, FieldType.DOUBLE.adapter(number -> new JsonNumber(number.toString())),
          Boolean.class, FieldType.BOOLEAN.adapter(JsonBoolean::of),
          Upid.class,
              FieldType.text("a UPID", Upid::of).adapter(upid -> new JsonString(upid.value())),
          JsonValue.class, FieldType.JSON.adapter(value -> value),
          JsonObject.class, FieldType.OBJECT.adapter(object -> object));

  @Override
  public JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Lists<>(moshi.adapter(list.getActualTypeArguments()[0]));
    }
    JsonAdapter<?> adapter = ADAPTERS.get(type);
    if (adapter == null) {
      throw new IllegalArgumentException("No adapter for " + type + ", and none is made up");
    }
    return adapter;
  }

  /** Whether a type is a single value, so that null cannot be read as an empty one. */
  static boolean isScalar(Type type) {
    return type != JsonObject.class && ADAPTERS.containsKey(type);
  }

  private static final class Lists<T> extends JsonAdapter<List<T>> {
    private final JsonAdapter<T> elements;

    Lists(JsonAdapter<T> elements) {
      this.elements = elements;
    }

    @Override
    public List<T> fromJson(JsonReader reader) throws IOException {
      List<T> list = new ArrayList<>();
      reader.beginArray();
      while (reader.hasNext()) {
        // PVE 9.2: nulls stand where objects are declared.
        if (reader.peek() == JsonReader.Token.NULL) {
          reader.skipValue();
        } else {
          list.add(elements.fromJson(reader));
        }
      }
      reader.endArray();
      return Collections.unmodifiableList(list);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> list) throws IOException {
      writer.beginArray();
      for (T element : list == null ? List.<T>of() : list) {
        elements.toJson(writer, element);
      }
      writer.endArray();
    }
  }
}
