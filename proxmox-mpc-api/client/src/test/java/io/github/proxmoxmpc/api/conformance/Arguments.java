package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ByteSize;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Creates the argument of a typed method from its text on the wire. */
final class Arguments {
  private static final List<String> MAKERS = List.of("read", "parse", "of");

  private Arguments() {}

  static Object of(Type type, String text) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType list) {
      // For Arguments.any: a list of one.
      return List.of(of(list.getActualTypeArguments()[0], text));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return text;
    } else if (raw == int.class) {
      return Integer.valueOf(text);
    } else if (raw == long.class) {
      return Long.valueOf(text);
    } else if (raw == double.class) {
      return Double.valueOf(text);
    } else if (raw == boolean.class) {
      return text.equals("1");
    } else if (raw == Instant.class) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    } else if (raw == Duration.class) {
      return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    } else if (raw == ByteSize.class) {
      return ByteSize.ofBytes(Long.parseLong(text));
    } else if (raw == Upload.class) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Upload.of(text, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
    return made(raw, text);
  }

  /** Some argument of a type, for a request that is not looked at. */
  static Object any(Type type) throws ReflectiveOperationException {
    if (type instanceof Class<?> raw && raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    for (String text :
        List.of(
            "1",
            "pve1",
            "100",
            "user@pam",
            "user@pam!t",
            "local:iso/a.iso",
            "AB".repeat(32),
            "scsi0")) {
      try {
        return of(type, text);
      } catch (AssertionError | NumberFormatException e) {
        // The next one may do.
      }
    }
    throw new AssertionError("no argument of " + type);
  }

  /**
   * Every type of ours that stands for a text is made from it by {@code of} or {@code parse}; an
   * identifier as the server sent it, because the rule of its own may ask for more than the place.
   */
  private static Object made(Class<?> type, String text) throws ReflectiveOperationException {
    Method maker =
        Arrays.stream(type.getMethods())
            .filter(method -> MAKERS.contains(method.getName()))
            .filter(
                method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
            .min(Comparator.comparing(method -> MAKERS.indexOf(method.getName())))
            .orElseThrow(() -> new AssertionError(type + " is made from no text"));
    try {
      return maker.invoke(null, text);
    } catch (InvocationTargetException e) {
      throw new AssertionError(type + " refuses '" + text + "'", e.getCause());
    }
  }
}
