package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.file.ConfigurationVectors.Vector;
import io.github.proxmoxmpc.api.file.TypedField.Reading;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.rest.access.users.UsersEntry;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.nodes.config.Config;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuAgentNetworkGetInterfaces;
import io.github.proxmoxmpc.api.rest.nodes.sdn.SdnFabricsNeighborsEntry;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageEntry;
import io.github.proxmoxmpc.api.rest.nodes.tasks.TasksStatus;
import io.github.proxmoxmpc.api.rest.version.Version;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Answers that other people's servers gave are read by their types, and lose nothing. */
class ResponseVectorsTest {
  private static final Map<String, Decoder<? extends ApiResult>> TYPES =
      Map.ofEntries(
          Map.entry("001", QemuAgentNetworkGetInterfaces.TYPE),
          Map.entry("005", QemuAgentNetworkGetInterfaces.TYPE),
          Map.entry("006", StorageEntry.TYPE),
          Map.entry("007", UsersEntry.TYPE),
          Map.entry("010", ResourcesEntry.TYPE),
          Map.entry("011", ResourcesEntry.TYPE),
          Map.entry("012", ResourcesEntry.TYPE),
          Map.entry("015", Config.TYPE),
          Map.entry("016", SdnFabricsNeighborsEntry.TYPE),
          Map.entry("017", TasksStatus.TYPE),
          Map.entry("020", io.github.proxmoxmpc.api.rest.storage.StorageEntry.TYPE),
          Map.entry("021", Version.TYPE));

  private int fields;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyFieldIsReadWithoutLoss() {
    int bodies = 0;
    for (Vector vector : ConfigurationVectors.of("answers")) {
      JsonValue body = JsonValue.parse(vector.text());
      assertThat(JsonValue.parse(body.toString())).as(vector.name()).isEqualTo(body);
      Decoder<? extends ApiResult> type = TYPES.get(vector.name().replaceAll(".* ", ""));
      JsonValue data = ((JsonObject) body).get("data");
      if (type != null) {
        rows(Objects.requireNonNull(data))
            .forEach(
                row -> {
                  ApiResult result = type.read(row, vector.name());
                  assertThat(result.raw()).isEqualTo(row);
                  walk(vector.name(), result);
                });
        bodies++;
      }
    }
    System.out.println(
        "answers: " + bodies + " bodies, " + fields + " fields, without a type: " + wrong);
    assertThat(bodies).isEqualTo(TYPES.size());
    assertThat(wrong).isEmpty();
  }

  private static List<JsonValue> rows(JsonValue data) {
    return data instanceof JsonArray array ? array.values() : List.of(data);
  }

  private void walk(String name, ApiResult result) {
    JsonObject raw = result.raw();
    for (String field : raw.names()) {
      Reading reading =
          TypedField.read(result.getClass(), field, Objects.requireNonNull(raw.get(field)));
      if (reading.printed() == null) {
        wrong.add(name + ": " + field + " " + reading.refusal());
      }
      fields++;
    }
    for (Method accessor : result.getClass().getDeclaredMethods()) {
      if (Modifier.isPublic(accessor.getModifiers()) && accessor.getParameterCount() == 0) {
        walkFurther(name, accessor, result);
      }
    }
  }

  private void walkFurther(String name, Method accessor, ApiResult result) {
    try {
      Object value = accessor.invoke(result);
      List<?> list = value instanceof List<?> values ? values : List.of();
      list.forEach(
          each -> {
            if (each instanceof ApiResult part) {
              walk(name, part);
            }
          });
      if (value instanceof ApiResult part) {
        walk(name, part);
      }
    } catch (InvocationTargetException e) {
      // A field that did not come; those that came were read one by one.
      assertThat(e).hasCauseInstanceOf(MalformedResponseException.class);
      assertThat(e.getCause()).hasMessageContaining("left it out");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
