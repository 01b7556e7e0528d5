package io.github.proxmoxmpc.api.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generated classes that inputs are thrown at, and the asking of all that they offer. */
final class Subjects {
  private static final Path CLASSES = Path.of("target/classes");

  private Subjects() {}

  /** The public top-level classes below a package that a name ends like, in a fixed order. */
  static List<Class<?>> in(String packageName, Predicate<String> name) {
    try (Stream<Path> files = Files.walk(CLASSES.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
          .filter(file -> file.endsWith(".class") && !file.contains("$"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .filter(name)
          .sorted()
          .<Class<?>>map(Subjects::load)
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Asks every accessor that a generated class declares, and what those hand out in turn.
   *
   * @param expected the exception that an accessor may throw
   */
  static void askAll(@Nullable Object value, Class<? extends RuntimeException> expected) {
    if (value instanceof Collection<?> values) {
      values.forEach(each -> askAll(each, expected));
    } else if (value instanceof Map<?, ?> map) {
      askAll(map.values(), expected);
    } else if (value != null && isGenerated(value.getClass())) {
      for (Method accessor : value.getClass().getDeclaredMethods()) {
        if (isAccessor(accessor)) {
          askAll(ask(value, accessor, expected), expected);
        }
      }
    }
  }

  private static boolean isGenerated(Class<?> type) {
    String name = type.getPackageName();
    return !type.isEnum()
        && (name.startsWith("io.github.proxmoxmpc.api.rest")
            || name.startsWith("io.github.proxmoxmpc.api.format"));
  }

  private static boolean isAccessor(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && !method.getName().equals("toBuilder");
  }

  private static @Nullable Object ask(
      Object value, Method accessor, Class<? extends RuntimeException> expected) {
    try {
      return accessor.invoke(value);
    } catch (InvocationTargetException e) {
      if (expected.isInstance(e.getCause())) {
        return null;
      }
      throw new AssertionError(accessor + " threw " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The method of a class; the one with the parameters that are named. */
  static Method method(Class<?> type, String name, Class<?>... parameters) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name));
  }
}
