package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request with every parameter that the schema file has.
 *
 * @param request what is handed to the verb; null where it takes none
 * @param expected what has to arrive, by the facts alone: the values of each name in their order
 */
record FilledRequest(@Nullable ApiRequest request, Map<String, List<String>> expected) {
  private static final int INDEX = 3;

  /** The ways to fill it. */
  enum CallStyle {
    /** Typed arguments; booleans are true. */
    TYPED,
    /** The bare text or number where a name may be one; booleans are false. */
    BARE;

    Parameter parameter(String name, Facts facts) {
      return this == TYPED ? Parameter.of(name, facts) : Parameter.other(name, facts);
    }

    /** The setter of a name with so many arguments. */
    Method setter(Class<?> builder, String name, int arguments) {
      Comparator<Method> order =
          Comparator.comparing((Method method) -> PathWalk.sameWords(method.getName(), name));
      return Arrays.stream(builder.getMethods())
          .filter(method -> PathWalk.same(method.getName(), name))
          .filter(method -> method.getParameterCount() == arguments)
          .filter(method -> method.getReturnType() == builder)
          .max(order.thenComparing(method -> isBare(method) == (this == BARE)))
          .orElseThrow(() -> new AssertionError("no setter for " + name));
    }

    private static boolean isBare(Method method) {
      Class<?> last = method.getParameterTypes()[method.getParameterCount() - 1];
      return last == String.class || last.isPrimitive();
    }
  }

  static FilledRequest of(Operation operation, Object place, CallStyle way)
      throws ReflectiveOperationException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    Class<?> type = TreeVerb.of(place, operation).request();
    if (type == null) {
      assertThat(operation.sent()).isEmpty();
      return new FilledRequest(null, expected);
    }
    Map<String, Facts> left = operation.sent();
    Object builder = begin(type, left, way, expected);
    // What asks for bytes has a verb of its own: set here, the answer would be no JSON.
    String flag = operation.returns().text("downloadParameter");
    left.remove(flag);
    assertThat(builder.getClass().getMethods()).noneMatch(each -> each.getName().equals(flag));
    method(builder.getClass(), "unchecked").invoke(builder);
    for (Map.Entry<String, Facts> parameter : left.entrySet()) {
      set(builder, way, parameter.getKey(), parameter.getValue(), expected);
    }
    return new FilledRequest(
        (ApiRequest) method(builder.getClass(), "build").invoke(builder), expected);
  }

  /** A builder with what it asks for, which is taken out of what is left to set. */
  private static Object begin(
      Class<?> type, Map<String, Facts> left, CallStyle way, Map<String, List<String>> expected)
      throws ReflectiveOperationException {
    Method begin = method(type, "builder");
    List<Object> required = new ArrayList<>();
    for (int i = 0; i < begin.getParameterCount(); i++) {
      String java = begin.getParameters()[i].getName();
      String wire =
          left.keySet().stream()
              .filter(name -> PathWalk.same(java, name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("builder(" + java + ") is no parameter"));
      Parameter parameter = way.parameter(wire, left.remove(wire));
      required.add(parameter.argument(begin.getGenericParameterTypes()[i]));
      expected.put(wire, parameter.arriving());
    }
    return begin.invoke(null, required.toArray());
  }

  private static void set(
      Object builder, CallStyle way, String wire, Facts facts, Map<String, List<String>> expected)
      throws ReflectiveOperationException {
    boolean isIndexed = wire.endsWith("[n]");
    String plain = wire.replace("[n]", "");
    if (wire.equals("delete") && !facts.type().equals("boolean")) {
      method(builder.getClass(), "unset").invoke(builder, (Object) new String[] {"abc", "def"});
      boolean isArray = facts.type().equals("array");
      expected.put(wire, isArray ? List.of("abc", "def") : List.of("abc,def"));
      return;
    }
    Parameter parameter = way.parameter(plain, facts);
    Method setter = way.setter(builder.getClass(), plain, isIndexed ? 2 : 1);
    if (isIndexed) {
      setter.invoke(builder, INDEX, parameter.argument(setter.getGenericParameterTypes()[1]));
    } else {
      setter.invoke(builder, parameter.argument(setter.getGenericParameterTypes()[0]));
    }
    expected.put(isIndexed ? plain + INDEX : wire, parameter.arriving());
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .filter(method -> !method.isBridge())
        .findFirst()
        .orElseThrow(() -> new AssertionError(type + " has no " + name));
  }
}
