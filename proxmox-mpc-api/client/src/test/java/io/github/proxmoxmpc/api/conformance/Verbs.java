package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls the verb of an operation, with a request that nobody looks at. */
final class Verbs {
  private Verbs() {}

  static @Nullable Object call(Operation operation, Object root)
      throws ReflectiveOperationException {
    return callAt(operation, PathWalk.find(root, operation).place());
  }

  /** Calls it at its place. */
  static @Nullable Object callAt(Operation operation, Object place)
      throws ReflectiveOperationException {
    String name = operation.method().toLowerCase(Locale.ROOT);
    for (Method verb : place.getClass().getMethods()) {
      boolean simple = verb.getParameterCount() == 0;
      boolean request =
          verb.getParameterCount() == 1
              && ApiRequest.class.isAssignableFrom(verb.getParameterTypes()[0]);
      boolean hasSimple =
          Arrays.stream(place.getClass().getMethods())
              .anyMatch(each -> each.getName().equals(name) && each.getParameterCount() == 0);
      if (verb.getName().equals(name) && (hasSimple ? simple : request)) {
        return hasSimple ? invoke(place, verb) : invoke(place, verb, unchecked(verb));
      }
    }
    throw new AssertionError("no verb " + name);
  }

  private static Object unchecked(Method verb) throws ReflectiveOperationException {
    Object builder = begin(verb.getParameterTypes()[0]);
    builder.getClass().getMethod("unchecked").invoke(builder);
    return builder.getClass().getMethod("build").invoke(builder);
  }

  /** Begins a request with some arguments for what is required. */
  static Object begin(Class<?> request) throws ReflectiveOperationException {
    Method begin =
        Arrays.stream(request.getMethods())
            .filter(method -> method.getName().equals("builder"))
            .findFirst()
            .orElseThrow();
    Object[] required = new Object[begin.getParameterCount()];
    for (int i = 0; i < required.length; i++) {
      required[i] = Arguments.any(begin.getGenericParameterTypes()[i]);
    }
    return begin.invoke(null, required);
  }

  static @Nullable Object invoke(Object target, Method method, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method.getName() + ": " + e.getCause(), e.getCause());
    }
  }
}
