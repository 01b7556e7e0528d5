package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.value.ByteSize;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one field through the accessor that a generated result has for it. */
final class TypedField {
  private static final Map<String, Optional<Method>> ACCESSORS = new HashMap<>();

  private TypedField() {}

  /**
   * How it went.
   *
   * @param isKnown whether the result has an accessor for the field
   * @param printed the typed value as text; null where it could not be read
   * @param refusal why it could not be read
   * @param parts the keys of a property string
   */
  record Reading(
      boolean isKnown, @Nullable String printed, @Nullable String refusal, TypedParts parts) {}

  static Reading read(Class<? extends ApiResult> type, String field, JsonValue value) {
    Optional<Method> accessor =
        ACCESSORS.computeIfAbsent(type.getName() + " " + field, key -> find(type, field));
    if (accessor.isEmpty()) {
      return new Reading(false, null, null, TypedParts.of(null));
    }
    try {
      Object typed = call(type, accessor.get(), field, value);
      return new Reading(true, print(typed), null, TypedParts.of(typed));
    } catch (MalformedResponseException e) {
      return new Reading(true, null, e.getMessage(), TypedParts.of(null));
    }
  }

  // The accessor is the one that answers when nothing but this field came.
  private static Optional<Method> find(Class<? extends ApiResult> type, String field) {
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())
          && method.getParameterCount() == 0
          && isAnsweredBy(type, method, field)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  private static boolean isAnsweredBy(
      Class<? extends ApiResult> type, Method method, String field) {
    try {
      Object value = call(type, method, field, new JsonString("1"));
      return value != null && !(value instanceof SortedMap<?, ?> map && map.isEmpty());
    } catch (MalformedResponseException e) {
      return !String.valueOf(e.getMessage()).contains("left it out");
    }
  }

  private static @Nullable Object call(
      Class<? extends ApiResult> type, Method method, String field, JsonValue value) {
    try {
      ApiResult result =
          type.getConstructor(JsonObject.class)
              .newInstance(JsonObject.builder().put(field, value).build());
      return method.invoke(result);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof MalformedResponseException malformed) {
        throw malformed;
      }
      throw new AssertionError(type.getSimpleName() + "." + method.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** A typed value as the server spells it. */
  static String print(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Secret secret) {
      return secret.reveal();
    }
    if (value instanceof Instant time) {
      return String.valueOf(time.getEpochSecond());
    }
    if (value instanceof Duration duration) {
      return print(duration.toMillis() / 1000.0);
    }
    if (value instanceof ByteSize size) {
      return String.valueOf(size.bytes());
    }
    if (value instanceof SortedMap<?, ?> map) {
      return print(map.get(map.firstKey()));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TypedField::print).collect(Collectors.joining("\n"));
    }
    if (value instanceof ApiResult result) {
      return result.raw().toString();
    }
    if (value instanceof LxcLine line) {
      return line.wire();
    }
    return value instanceof TypedPropertyString text ? text.wire() : String.valueOf(value);
  }
}
