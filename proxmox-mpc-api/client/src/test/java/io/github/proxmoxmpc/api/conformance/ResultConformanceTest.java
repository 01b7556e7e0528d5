package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.transfer.Download;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each operation returns every field that the schema file declares, and unknown fields: each
 * accessor returns the value that an independent reader expects, and {@code raw()} equals the sent
 * value.
 */
class ResultConformanceTest {
  private int fields;

  @Test
  void everyFieldOfEveryResultIsReadWithoutLoss() throws Exception {
    readAll("results", SchemaFile.operations());
  }

  @Test
  void everyFieldOfARemovedResultIsReadWithoutLoss() throws Exception {
    readAll("results of older releases", SchemaFile.goneOperations());
  }

  private void readAll(String what, List<Operation> operations) throws Exception {
    List<String> faults = new ArrayList<>();
    TypedReading reading = new TypedReading();
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : operations) {
        ResultText text = ResultText.whole();
        String json = text.of(operation.returns());
        server.answer(json);
        Object result = Verbs.call(operation, PathWalk.root(client, operation));
        if (result instanceof Download download) {
          download.close();
        } else {
          check(operation, json, result, reading, faults);
        }
        fields += text.fields();
      }
    }
    System.out.printf(
        "%s: %d operations, %d fields kept, %d accessors read as the schema file says%n",
        what, operations.size(), fields, reading.accessors());
    assertThat(faults).isEmpty();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.unrecognized()).isZero();
  }

  private static void check(
      Operation operation,
      String json,
      @Nullable Object result,
      TypedReading reading,
      List<String> faults) {
    if (json.equals("null")) {
      if (result != null) {
        faults.add(operation.title() + ": nothing became " + result);
      }
      return;
    }
    reading.compare(operation.title(), operation.returns(), PlainJson.parse(json), result);
    String raw = written(result);
    if (raw != null && !PlainJson.tokens(raw).equals(PlainJson.tokens(json))) {
      faults.add(operation.title() + ": raw() differs");
    }
  }

  /** Returns raw() of a result as JSON; null for a value without it. */
  private static @Nullable String written(@Nullable Object result) {
    if (result instanceof List<?> list) {
      List<@Nullable String> elements = new ArrayList<>();
      list.forEach(each -> elements.add(written(each)));
      return elements.contains(null) ? null : elements.toString();
    }
    return result instanceof ApiResult object ? object.raw().toString() : null;
  }
}
