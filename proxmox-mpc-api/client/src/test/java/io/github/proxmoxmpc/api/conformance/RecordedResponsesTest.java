package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.message.ListResult;
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
 * The client reads responses recorded from daemons of Proxmox VE 9.2 ({@code answers.txt}), byte
 * for byte: every body decodes, every field has an accessor, every accessor returns the value that
 * an independent reader expects, and the written result has every field and every digit. A line is
 * the value of {@code data}, or after {@code +} the whole response if it has more fields.
 */
class RecordedResponsesTest {
  /** The bound of {@link ApiResult#toString}. */
  private static final int LONGEST_SHOWN = 1_000;

  private final TypedReading reading = new TypedReading();
  private final List<String> lost = new ArrayList<>();
  private int bodies;
  private int fields;

  @Test
  void everyRecordedBodyIsReadWithoutLoss() throws Exception {
    Map<String, List<String>> recorded = recorded();
    Map<String, Operation> operations = new LinkedHashMap<>();
    SchemaFile.operations().forEach(each -> operations.put(each.title(), each));
    Player player = new Player();
    try (ProxmoxClient client = player.client()) {
      for (Map.Entry<String, List<String>> each : recorded.entrySet()) {
        Operation operation = Objects.requireNonNull(operations.get(each.getKey()), each.getKey());
        for (String body : each.getValue()) {
          player.play(operation.title(), body);
          compare(operation, body, client);
        }
      }
    }
    System.out.printf(
        "recorded answers: %d bodies of %d operations, %d fields, %d accessors read, re-encoded, lost %d%n",
        bodies, recorded.size(), fields, reading.accessors(), lost.size());
    assertThat(lost).isEmpty();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.untold()).isEmpty();
    assertThat(bodies).isGreaterThan(1_000);
  }

  private static Map<String, List<String>> recorded() throws IOException {
    Map<String, List<String>> recorded = new LinkedHashMap<>();
    List<String> bodies = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/answers.txt"))) {
      if (line.startsWith("# ")) {
        bodies = new ArrayList<>();
        recorded.put(line.substring(2), bodies);
      } else {
        bodies.add(line.startsWith("+") ? line.substring(1) : "{\"data\":" + line + "}");
      }
    }
    return recorded;
  }

  private void compare(Operation operation, String body, ProxmoxClient client)
      throws ReflectiveOperationException {
    bodies++;
    Map<String, @Nullable Object> whole = SchemaFile.object(PlainJson.parse(body));
    Object data = whole.get("data");
    Object result;
    try {
      result = Verbs.call(operation, client.api());
    } catch (AssertionError e) {
      lost.add(operation.title() + ": " + e.getMessage());
      return;
    }
    String written = "{\"data\":" + written(result) + "}";
    if (result instanceof ListResult<?> listing) {
      listing.total();
      listing.changes();
      written = listing.raw().toString();
    } else if (whole.size() > 1) {
      lost.add(operation.title() + ": what stands beside the data is lost");
    }
    if (!operation.returns().type().equals("null")) {
      reading.compare(operation.title(), operation.returns(), data, result);
    }
    if (data instanceof Map
        || (data instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map)) {
      fields += count(data);
      if (!PlainJson.tokens(written).equals(PlainJson.tokens(body))) {
        lost.add(operation.title() + ": " + body + " became " + written);
      }
    }
  }

  /** Returns raw() of a result as JSON. */
  private static String written(@Nullable Object result) {
    return result instanceof List<?> list
        ? list.stream().map(RecordedResponsesTest::written).toList().toString()
        : result instanceof ApiResult object ? written(object) : "null";
  }

  private static String written(ApiResult result) {
    assertThat(result.toString())
        .startsWith(result.getClass().getSimpleName() + "[")
        .hasSizeLessThanOrEqualTo(LONGEST_SHOWN);
    return result.raw().toString();
  }

  private static int count(@Nullable Object json) {
    if (json instanceof Map<?, ?> object) {
      return object.values().stream().mapToInt(value -> 1 + count(value)).sum();
    }
    return json instanceof List<?> list
        ? list.stream().mapToInt(RecordedResponsesTest::count).sum()
        : 0;
  }
}
