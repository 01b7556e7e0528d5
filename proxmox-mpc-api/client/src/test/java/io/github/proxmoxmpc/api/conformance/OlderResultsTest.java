package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.storage.WrittenStorage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Today's types read the responses of 7.4 and 8.3 that differ from those of 9.2: fields of another
 * type, missing and removed fields, and removed values.
 */
class OlderResultsTest {
  @Test
  void everyFieldOfAnOlderResultIsReadWithoutLoss() throws Exception {
    Map<String, Facts> today = new LinkedHashMap<>();
    SchemaFile.operations().forEach(each -> today.put(each.title(), each.returns()));
    List<Operation> operations = OlderResults.operations();
    TypedReading reading = new TypedReading();
    int fields = 0;
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        for (ResultText text : List.of(ResultText.whole(), ResultText.sparse())) {
          String json = text.of(operation.returns());
          server.answer(json);
          reading.compare(
              operation.title() + " of " + operation.last(),
              Objects.requireNonNull(today.get(operation.title())),
              PlainJson.parse(json),
              Verbs.call(operation, PathWalk.root(client, operation)));
          fields += text.fields();
        }
      }
    }
    System.out.printf(
        "older results: %d of 7.4 and 8.3, %d fields kept, %d accessors read as the schema file says%n",
        operations.size(), fields, reading.accessors());
    assertThat(new TreeSet<>(reading.faults())).isEmpty();
    assertThat(reading.unrecognized()).isZero();
    assertThat(operations).hasSizeGreaterThan(130);
  }

  @Test
  void removedValuesHaveConstantsInResultsToo() {
    JsonObject raw = (JsonObject) JsonValue.parse("{\"storage\":\"gv0\",\"type\":\"glusterfs\"}");
    assertThat(new WrittenStorage(raw).type().name()).isEqualTo("GLUSTERFS");
  }
}
