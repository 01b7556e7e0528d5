package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.task.Task;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What daemons of Proxmox VE 9.2 answered ({@code answers.txt}) is read through the client: every
 * body decodes, every accessor reads, and no field is lost.
 */
class RecordedAnswersTest {

  @Test
  void everyRecordedBodyIsReadWithoutLoss() throws Exception {
    Map<String, List<JsonValue>> recorded = recorded();
    Player player = new Player();
    Figures figures = new Figures();
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://pve.example:8006")
            .token("test@pve!t", "00000000-0000-4000-8000-000000000000")
            .httpClient(new OkHttpClient.Builder().addInterceptor(player).build())
            .build()) {
      new PathTreeWalk(
              (place, verb, arguments) -> {
                String operation = operationOf(place, verb);
                for (JsonValue body : recorded.getOrDefault(operation, List.of())) {
                  if (arguments.length > 0 || !hasRequestTwin(place, verb)) {
                    player.play(operation, body);
                    figures.compare(operation, body, verb, place, arguments);
                  }
                }
              })
          .into(client.api());
    }

    int bodies = recorded.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "recorded answers: %d bodies of %d operations, %d fields, %d accessors read, re-encoded, lost %d%n",
        figures.bodies, recorded.size(), figures.fields, figures.accessors, figures.faults.size());
    assertThat(figures.faults).isEmpty();
    assertThat(figures.bodies).isEqualTo(bodies);
  }

  private static Map<String, List<JsonValue>> recorded() throws IOException {
    Map<String, List<JsonValue>> recorded = new LinkedHashMap<>();
    List<JsonValue> bodies = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/answers.txt"))) {
      if (line.startsWith("# ")) {
        bodies = new ArrayList<>();
        recorded.put(line.substring(2), bodies);
      } else {
        bodies.add(JsonValue.parse(line));
      }
    }
    return recorded;
  }

  /** The operation of a verb, from the constant that the generated class holds. */
  private static String operationOf(Object place, Method verb) throws ReflectiveOperationException {
    var constant = place.getClass().getDeclaredField(verb.getName().toUpperCase(Locale.ROOT));
    constant.setAccessible(true);
    return ((Operation) constant.get(null)).title();
  }

  private static boolean hasRequestTwin(Object place, Method verb) {
    return Arrays.stream(place.getClass().getMethods())
        .anyMatch(twin -> twin.getName().equals(verb.getName()) && twin.getParameterCount() > 0);
  }

  /** Answers what is to be answered next; the release is newer than all that anything needs. */
  private static final class Player implements Interceptor {
    private JsonValue body = JsonNull.NULL;
    private String operation = "";

    void play(String newOperation, JsonValue newBody) {
      operation = newOperation;
      body = newBody;
    }

    @Override
    public Response intercept(Chain chain) {
      boolean version =
          chain.request().url().encodedPath().endsWith("/version")
              && !operation.endsWith("/version");
      String data = version ? "{\"version\":\"9.2.11\"}" : body.toString();
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(200)
          .message("OK")
          .body(ResponseBody.create("{\"data\":" + data + "}", MediaType.get("application/json")))
          .build();
    }
  }

  private static final class Figures {
    private int bodies;
    private int fields;
    private int accessors;
    private final List<String> faults = new ArrayList<>();

    void compare(String operation, JsonValue body, Method verb, Object place, Object... arguments)
        throws ReflectiveOperationException {
      bodies++;
      Object result;
      try {
        result = verb.invoke(place, arguments);
      } catch (InvocationTargetException e) {
        faults.add(operation + ": " + e.getCause());
        return;
      }
      check(operation, body, result);
    }

    private void check(String where, JsonValue body, @Nullable Object result)
        throws ReflectiveOperationException {
      if (result instanceof ApiResult read) {
        JsonValue expected = body == JsonNull.NULL ? JsonObject.empty() : body;
        fields += count(expected);
        if (!read.raw().equals(expected)) {
          faults.add(where + ": raw() differs");
        }
        // Numbers and the order of the fields as they were written, too.
        if (!read.raw().toString().equals(expected.toString())) {
          faults.add(where + ": it is written otherwise than it came");
        }
        readAll(where, read);
      } else if (result instanceof List<?> list) {
        // Null stands where a list is declared and there is nothing to tell.
        List<JsonValue> there =
            body instanceof JsonArray array
                ? array.values().stream().filter(value -> value != JsonNull.NULL).toList()
                : List.of();
        if (list.size() != there.size()) {
          faults.add(where + ": " + there.size() + " elements became " + list.size());
          return;
        }
        for (int i = 0; i < list.size(); i++) {
          check(where + "[" + i + "]", there.get(i), list.get(i));
        }
      } else if (result != null && !(result instanceof Task)) {
        String text =
            body instanceof JsonValue.JsonString string ? string.value() : body.toString();
        boolean truth = result instanceof Boolean;
        if (!truth && !Objects.toString(result).equals(text)) {
          faults.add(where + ": '" + text + "' became " + result);
        }
      }
    }

    /** Asks every accessor; each result within is asked in turn. */
    private void readAll(String where, Object read) throws ReflectiveOperationException {
      for (Method accessor : read.getClass().getDeclaredMethods()) {
        if (!Modifier.isPublic(accessor.getModifiers())
            || Modifier.isStatic(accessor.getModifiers())
            || accessor.getParameterCount() > 0) {
          continue;
        }
        accessors++;
        try {
          Object value = accessor.invoke(read);
          readWithin(where + "." + accessor.getName(), value);
        } catch (InvocationTargetException e) {
          faults.add(where + ": " + e.getCause());
        }
      }
    }

    private void readWithin(String where, @Nullable Object value)
        throws ReflectiveOperationException {
      if (value instanceof ApiResult || value instanceof TypedPropertyString) {
        readAll(where, value);
      } else if (value instanceof Iterable<?> list) {
        for (Object element : list) {
          readWithin(where, element);
        }
      } else if (value instanceof Map<?, ?> map) {
        readWithin(where, map.values());
      }
    }

    private static int count(JsonValue value) {
      if (value instanceof JsonObject object) {
        return object.names().stream()
            .mapToInt(name -> 1 + count(Objects.requireNonNull(object.get(name))))
            .sum();
      }
      return value instanceof JsonArray array
          ? array.values().stream().mapToInt(Figures::count).sum()
          : 0;
    }
  }
}
