package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.value.PropertyString.Part;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads each key of a property string through the accessor that its type has for it. */
final class TypedParts {
  private int typed;
  private final Map<String, String> fallbacks = new TreeMap<>();

  /** Reads the keys of a value, if it is a property string, or a list or map of them. */
  static TypedParts of(@Nullable Object value) {
    TypedParts parts = new TypedParts();
    parts.readAny(value);
    return parts;
  }

  /** The number of keys that have a typed value. */
  int typed() {
    return typed;
  }

  /** The parts that have none, and what was wrong. */
  Map<String, String> fallbacks() {
    return fallbacks;
  }

  private void readAny(@Nullable Object value) {
    if (value instanceof SortedMap<?, ?> map) {
      map.values().forEach(this::readAny);
    } else if (value instanceof List<?> list) {
      list.forEach(this::readAny);
    } else if (value instanceof TypedPropertyString text) {
      text.raw().parts().forEach(part -> read(text.getClass(), part));
    }
  }

  private void read(Class<? extends TypedPropertyString> type, Part part) {
    if (part.toString().isBlank()) {
      return;
    }
    boolean isKnown = false;
    for (Method method : type.getDeclaredMethods()) {
      if (!Modifier.isPublic(method.getModifiers())
          || Modifier.isStatic(method.getModifiers())
          || method.getParameterCount() > 0
          || List.of("toBuilder", "toString").contains(method.getName())) {
        continue;
      }
      try {
        isKnown |=
            method.invoke(type.getMethod("parse", String.class).invoke(null, part.toString()))
                != null;
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof MalformedResponseException malformed)) {
          throw new AssertionError(type.getSimpleName() + "." + method.getName(), e.getCause());
        }
        if (!String.valueOf(malformed.getMessage()).contains("is not there")) {
          fallbacks.put(part.toString(), String.valueOf(malformed.getMessage()));
          return;
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    if (isKnown) {
      typed++;
    } else {
      fallbacks.put(part.toString(), "unknown to " + type.getSimpleName());
    }
  }
}
