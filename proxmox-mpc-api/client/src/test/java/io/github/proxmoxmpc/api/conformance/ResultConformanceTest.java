package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each operation answers every field that the schema file declares, and fields that no schema
 * knows: the client reads them all, and {@code raw()} is equal to what was sent.
 */
class ResultConformanceTest {
  private int fields;
  private int read;

  @Test
  void everyFieldOfEveryResultIsReadAndNoneIsLost() throws Exception {
    readAll("results", SchemaFile.operations());
  }

  @Test
  void everyFieldOfAResultThatIsGoneIsReadAndNoneIsLost() throws Exception {
    readAll("results of older releases", SchemaFile.goneOperations());
  }

  private void readAll(String what, List<Operation> operations) throws Exception {
    List<String> faults = new ArrayList<>();
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        ResultText text = new ResultText();
        String json = text.of(operation.returns());
        server.answer(json);
        try {
          compare(call(operation, PathWalk.root(client, operation)), json);
          fields += text.fields();
        } catch (AssertionError e) {
          faults.add(operation.title() + ": " + e.getMessage());
        }
      }
    }
    System.out.printf(
        "%s: %d operations, %d fields kept, %d accessors read%n",
        what, operations.size() - faults.size(), fields, read);
    assertThat(faults).isEmpty();
  }

  private static @Nullable Object call(Operation operation, Object root)
      throws ReflectiveOperationException {
    Object place = PathWalk.find(root, operation).place();
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
    Method begin =
        Arrays.stream(verb.getParameterTypes()[0].getMethods())
            .filter(method -> method.getName().equals("builder"))
            .findFirst()
            .orElseThrow();
    Object[] required = new Object[begin.getParameterCount()];
    for (int i = 0; i < required.length; i++) {
      required[i] = Arguments.any(begin.getGenericParameterTypes()[i]);
    }
    Object builder = begin.invoke(null, required);
    builder.getClass().getMethod("unchecked").invoke(builder);
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private void compare(@Nullable Object result, String json) throws ReflectiveOperationException {
    if (json.equals("null")) {
      assertThat(result).isNull();
      return;
    }
    JsonValue sent = JsonValue.parse(json);
    if (result instanceof List<?> list && sent instanceof JsonArray array) {
      assertThat(list).hasSameSizeAs(array.values());
      for (int i = 0; i < list.size(); i++) {
        compare(list.get(i), array.values().get(i).toString());
      }
    } else if (result instanceof ApiResult object) {
      assertThat(object.raw()).isEqualTo(sent);
      assertThat(object.raw().toString()).isEqualTo(json);
      readAll(object);
    } else {
      assertThat(result).as(json).isNotNull();
    }
  }

  /** Asks every accessor, and what it hands out in turn. */
  private void readAll(@Nullable Object value) throws ReflectiveOperationException {
    if (value instanceof Collection<?> values) {
      for (Object each : values) {
        readAll(each);
      }
    } else if (value instanceof Map<?, ?> map) {
      assertThat(map).isNotEmpty();
      readAll(map.values());
    } else if (value instanceof ApiResult) {
      for (Method accessor : value.getClass().getDeclaredMethods()) {
        if (Modifier.isPublic(accessor.getModifiers())
            && !Modifier.isStatic(accessor.getModifiers())
            && accessor.getParameterCount() == 0) {
          Object field = invoke(value, accessor);
          assertThat(field)
              .as(value.getClass().getSimpleName() + "." + accessor.getName())
              .isNotNull();
          read++;
          readAll(field);
        }
      }
    }
  }

  private static @Nullable Object invoke(Object target, Method method, Object... arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(method.getName() + ": " + e.getCause(), e.getCause());
    }
  }
}
