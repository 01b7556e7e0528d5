package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        ResultText text = ResultText.whole();
        String json = text.of(operation.returns());
        server.answer(json);
        try {
          compare(Verbs.call(operation, PathWalk.root(client, operation)), json);
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
          Object field = Verbs.invoke(value, accessor);
          assertThat(field)
              .as(value.getClass().getSimpleName() + "." + accessor.getName())
              .isNotNull();
          read++;
          readAll(field);
        }
      }
    }
  }
}
