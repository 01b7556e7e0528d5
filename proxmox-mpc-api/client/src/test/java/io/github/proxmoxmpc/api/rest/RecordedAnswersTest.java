package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.TreeVerb;
import io.github.proxmoxmpc.api.json.ApiResult;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.json.Listing;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.task.Task;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What daemons of Proxmox VE 9.2 answered ({@code answers.txt}) is read through the client: every
 * body decodes, every accessor reads, and no field is lost. A line is what stood under {@code
 * data}, or after {@code +} the whole answer, where more stood beside it.
 */
class RecordedAnswersTest {

  @Test
  void everyRecordedBodyIsReadWithoutLoss() throws Exception {
    Map<String, List<JsonObject>> recorded = recorded();
    Player player = new Player();
    Figures figures = new Figures();
    try (ProxmoxClient client = player.client()) {
      new PathTreeWalk(
              (place, verb, arguments) -> {
                String operation =
                    new TreeVerb(place.getClass(), verb.getName()).operation().title();
                for (JsonObject body : recorded.getOrDefault(operation, List.of())) {
                  if (!Player.isShortForm(place, verb, arguments)) {
                    player.play(operation, body.toString());
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

  private static Map<String, List<JsonObject>> recorded() throws IOException {
    Map<String, List<JsonObject>> recorded = new LinkedHashMap<>();
    List<JsonObject> bodies = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/answers.txt"))) {
      if (line.startsWith("# ")) {
        bodies = new ArrayList<>();
        recorded.put(line.substring(2), bodies);
      } else {
        String body = line.startsWith("+") ? line.substring(1) : "{\"data\":" + line + "}";
        bodies.add((JsonObject) JsonValue.parse(body));
      }
    }
    return recorded;
  }

  private static final class Figures {
    private int bodies;
    private int fields;
    private int accessors;
    private final List<String> faults = new ArrayList<>();

    void compare(String operation, JsonObject body, Method verb, Object place, Object... arguments)
        throws ReflectiveOperationException {
      bodies++;
      Object result;
      try {
        result = verb.invoke(place, arguments);
      } catch (InvocationTargetException e) {
        faults.add(operation + ": " + e.getCause());
        return;
      }
      if (result instanceof Listing<?> listing) {
        check(operation + " as a whole", body, listing.raw());
        listing.total();
        listing.changes();
      } else if (body.names().size() > 1) {
        faults.add(operation + ": what stands beside the data is lost");
      }
      check(operation, Objects.requireNonNull(body.get("data")), result);
    }

    private void check(String where, JsonValue body, @Nullable Object result)
        throws ReflectiveOperationException {
      if (result instanceof JsonObject whole) {
        if (!whole.toString().equals(body.toString())) {
          faults.add(where + ": raw() differs");
        }
      } else if (result instanceof ApiResult read) {
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
