package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiRequest;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls the verb of an operation, with a request that nobody looks at. */
final class Verbs {
  /** Fills a request with nothing, and lets it go. */
  static final Consumer<ApiRequest.Builder<?>> UNCHECKED = ApiRequest.Builder::unchecked;

  private Verbs() {}

  static @Nullable Object call(Operation operation, Object root)
      throws ReflectiveOperationException {
    return callAt(operation, PathWalk.find(root, operation).place());
  }

  /** Calls it at its place. */
  static @Nullable Object callAt(Operation operation, Object place)
      throws ReflectiveOperationException {
    TreeVerb verb = TreeVerb.of(place, operation);
    Method bare = verb.bare();
    return bare == null
        ? invoke(place, Objects.requireNonNull(verb.filled()), UNCHECKED)
        : invoke(place, bare);
  }

  /** Begins a request with some arguments for what is required. */
  static ApiRequest.Builder<?> begin(Class<?> request) throws ReflectiveOperationException {
    Method begin = builder(request);
    return (ApiRequest.Builder<?>) begin.invoke(null, required(begin));
  }

  /** The method that begins a request. */
  static Method builder(Class<?> request) {
    return Arrays.stream(request.getMethods())
        .filter(method -> method.getName().equals("builder"))
        .findFirst()
        .orElseThrow();
  }

  /** Some arguments of a method. */
  static Object[] required(Method method) throws ReflectiveOperationException {
    Object[] required = new Object[method.getParameterCount()];
    for (int i = 0; i < required.length; i++) {
      required[i] = Arguments.any(method.getGenericParameterTypes()[i]);
    }
    return required;
  }

  /** Lets go of a result: what came as bytes holds its connection until then. */
  static void close(@Nullable Object result) throws IOException {
    if (result instanceof Closeable bytes) {
      bytes.close();
    }
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
