package io.github.proxmoxmpc.api.conformance;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The accessors that a generated class declares, each of which is taken by one wire name. */
final class Accessors {
  private static final Set<String> OTHERS = Set.of("toBuilder", "toString");

  private final Class<?> type;
  private final List<Method> left = new ArrayList<>();

  Accessors(Class<?> type) {
    this.type = type;
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0 && !OTHERS.contains(method.getName()))
        // Where two names differ in their separators alone, the second has a longer one.
        .sorted(Comparator.comparing(method -> method.getName().length()))
        .forEach(left::add);
  }

  /** The accessor of a field, or of the fields with numbers, or of all where names are data. */
  Method take(String wire) {
    boolean isNumbered = wire.endsWith("[n]");
    String plain = wire.equals("*") ? "entries" : wire.replace("[n]", "");
    Method accessor =
        left.stream()
            .filter(method -> PathWalk.same(method.getName(), plain))
            .filter(method -> isNumbered == (method.getReturnType() == SortedMap.class))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError(type.getSimpleName() + " has no accessor of " + wire));
    left.remove(accessor);
    return accessor;
  }

  /** Those that no name took. */
  List<String> left() {
    return left.stream().map(Method::getName).toList();
  }
}
