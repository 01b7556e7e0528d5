package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.rest.storage.StoragePostResult;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What 7.4 and 8.3 answer otherwise than 9.2 is read by the types of today: fields of another type,
 * fields that were not there yet or are there no longer, and values that are gone.
 */
class OlderResultsTest {
  private final List<String> faults = new ArrayList<>();
  private int fields;
  private int read;

  @Test
  void everyFieldOfAnOlderResultIsReadAndNoneIsLost() throws Exception {
    List<Operation> operations = OlderResults.operations();
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        for (ResultText text : List.of(ResultText.whole(), ResultText.sparse())) {
          String json = text.of(operation.returns());
          server.answer(json);
          try {
            compare(operation, Verbs.call(operation, PathWalk.root(client, operation)), json);
          } catch (AssertionError e) {
            fault(operation, e.getMessage());
          }
          fields += text.fields();
        }
      }
    }
    System.out.printf(
        "older results: %d of 7.4 and 8.3, %d fields kept, %d accessors read%n",
        operations.size(), fields, read);
    assertThat(new TreeSet<>(faults)).isEmpty();
    assertThat(operations).hasSizeGreaterThan(130);
  }

  @Test
  void aValueThatIsGoneHasItsNameInResultsToo() {
    JsonObject raw = (JsonObject) JsonValue.parse("{\"storage\":\"gv0\",\"type\":\"glusterfs\"}");
    assertThat(new StoragePostResult(raw).type().name()).isEqualTo("GLUSTERFS");
  }

  private void fault(Operation operation, @Nullable String what) {
    faults.add(operation.title() + " of " + operation.last() + ": " + what);
  }

  private void compare(Operation operation, @Nullable Object result, String json)
      throws ReflectiveOperationException {
    JsonValue sent = JsonValue.parse(json);
    if (result instanceof List<?> list && sent instanceof JsonArray array) {
      assertThat(list).hasSameSizeAs(array.values());
      for (int i = 0; i < list.size(); i++) {
        compare(operation, list.get(i), array.values().get(i).toString());
      }
    } else if (result instanceof ApiResult object) {
      // A call that answered nothing and answers an object today has an empty one.
      assertThat(object.raw().toString()).isEqualTo(json.equals("null") ? "{}" : json);
      readAll(operation, object);
    }
  }

  /** Asks every accessor, and what it hands out in turn. */
  private void readAll(Operation operation, @Nullable Object value)
      throws ReflectiveOperationException {
    if (value instanceof Collection<?> values) {
      for (Object each : values) {
        readAll(operation, each);
      }
    } else if (value instanceof Map<?, ?> map) {
      readAll(operation, map.values());
    } else if (value instanceof Enum<?>) {
      assertThat(((Enum<?>) value).name()).isNotEqualTo("UNRECOGNIZED");
    } else if (value instanceof ApiResult) {
      for (Method accessor : value.getClass().getDeclaredMethods()) {
        if (Modifier.isPublic(accessor.getModifiers())
            && !Modifier.isStatic(accessor.getModifiers())
            && accessor.getParameterCount() == 0) {
          try {
            readAll(operation, Verbs.invoke(value, accessor));
            read++;
          } catch (AssertionError e) {
            fault(operation, value.getClass().getSimpleName() + " " + e.getMessage());
          }
        }
      }
    }
  }
}
