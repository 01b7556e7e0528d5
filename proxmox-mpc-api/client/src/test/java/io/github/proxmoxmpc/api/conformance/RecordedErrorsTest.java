package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
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
 * Errors recorded from daemons of Proxmox VE 9.2 become an exception of the right type without loss
 * ({@code errors.txt}: under the type of the exception, the operation, the status, the reason
 * phrase and the body).
 */
class RecordedErrorsTest {
  private record Refusal(
      String exception, String operation, int status, String reason, String body) {}

  private final Player player = new Player();
  private final List<String> faults = new ArrayList<>();
  private int thrown;
  private int words;

  @Test
  void everyRecordedErrorBecomesAnExceptionWithoutLoss() throws Exception {
    Map<String, List<Refusal>> recorded = recorded();
    try (ProxmoxClient client = player.client()) {
      for (Operation operation : SchemaFile.operations()) {
        for (Refusal refusal : recorded.getOrDefault(operation.title(), List.of())) {
          refuse(refusal, operation, client.api());
        }
      }
    }
    int lines = recorded.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "recorded errors: %d answers of %d operations, %d messages kept, lost %d%n",
        thrown, recorded.size(), words, faults.size());
    assertThat(faults).isEmpty();
    assertThat(thrown).isEqualTo(lines);
  }

  private static Map<String, List<Refusal>> recorded() throws IOException {
    Map<String, List<Refusal>> recorded = new LinkedHashMap<>();
    String exception = "";
    for (String line : Files.readAllLines(Path.of("src/test/resources/errors.txt"))) {
      if (line.startsWith("# ")) {
        exception = line.substring(2);
      } else {
        List<JsonValue> parts = ((JsonArray) JsonValue.parse(line)).values();
        Refusal refusal =
            new Refusal(
                exception,
                text(parts.get(0)),
                Integer.parseInt(parts.get(1).toString()),
                text(parts.get(2)),
                text(parts.get(3)));
        recorded.computeIfAbsent(refusal.operation(), key -> new ArrayList<>()).add(refusal);
      }
    }
    return recorded;
  }

  private void refuse(Refusal refusal, Operation operation, Object root)
      throws ReflectiveOperationException {
    player.play(refusal.operation(), refusal.status(), refusal.reason(), refusal.body());
    thrown++;
    try {
      Verbs.call(operation, root);
      faults.add(refusal + ": taken for an answer");
    } catch (AssertionError e) {
      if (e.getCause() instanceof ApiException failure) {
        compare(refusal, failure);
      } else {
        faults.add(refusal + ": " + e.getCause());
      }
    }
  }

  private void compare(Refusal refusal, ApiException failure) {
    if (!failure.getClass().getSimpleName().equals(refusal.exception())) {
      faults.add(refusal + ": became " + failure.getClass().getSimpleName());
    }
    if (failure.status() != refusal.status()
        || !failure.operation().equals(refusal.operation())
        || !failure.reason().equals(reasonOf(refusal))
        || !failure.errors().equals(errorsOf(refusal))) {
      faults.add(refusal + ": tells " + failure.reason() + " " + failure.errors());
    }
    words += 1 + failure.errors().size();
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(failure.reason())
        || !failure.errors().values().stream().allMatch(message::contains)) {
      faults.add(refusal + ": its message is " + message);
    }
  }

  /** The message of the body; where there is none, the reason phrase. */
  private static String reasonOf(Refusal refusal) {
    return refusal.body().startsWith("{")
        ? oneLine(text(((JsonObject) JsonValue.parse(refusal.body())).get("message")))
        : oneLine(refusal.reason());
  }

  private static Map<String, String> errorsOf(Refusal refusal) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (refusal.body().startsWith("{")
        && ((JsonObject) JsonValue.parse(refusal.body())).get("errors")
            instanceof JsonObject named) {
      named.names().forEach(name -> errors.put(name, oneLine(text(named.get(name)))));
    }
    return errors;
  }

  private static String text(@Nullable JsonValue value) {
    return ((JsonString) Objects.requireNonNull(value)).value();
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
