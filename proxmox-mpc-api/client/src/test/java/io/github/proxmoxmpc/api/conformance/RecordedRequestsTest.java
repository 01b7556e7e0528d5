package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests recorded from a daemon of Proxmox VE 9.2 pass the checks if the daemon accepted them
 * ({@code requests.txt}: status, method, path, parameters, and after {@code #} the parameters that
 * it rejected).
 */
class RecordedRequestsTest {
  /** Refused by code behind the schema, or because nothing else is known there. */
  private static final Set<String> BEYOND_THE_SCHEMA =
      Set.of("target", "action", "delete", "nosuch", "password", "storage", "privs", "schedule");

  private static final Map<String, RequestProbe> REQUESTS = new TreeMap<>();

  private record Recorded(
      int status, String title, String path, Map<String, List<String>> parameters, String refused) {

    static Recorded parse(String line) {
      int comment = line.indexOf("} # ");
      String refused = comment < 0 ? "" : line.substring(comment + 4);
      String text = comment < 0 ? line : line.substring(0, comment + 1);
      String[] parts = text.split(" ", 4);
      Map<String, List<String>> parameters = new LinkedHashMap<>();
      JsonObject object = (JsonObject) JsonValue.parse(parts[3]);
      for (String name : object.names()) {
        parameters.put(name, valuesOf(Objects.requireNonNull(object.get(name))));
      }
      return new Recorded(
          Integer.parseInt(parts[0]), parts[1] + " " + parts[2], parts[2], parameters, refused);
    }

    private static List<String> valuesOf(JsonValue value) {
      return value instanceof JsonArray array
          ? array.values().stream().map(each -> ((JsonString) each).value()).toList()
          : List.of(((JsonString) value).value());
    }
  }

  @BeforeAll
  static void collectRequests() throws Exception {
    try (ProxmoxClient client = new Player().client()) {
      for (RequestProbe request : RequestProbe.all(client)) {
        REQUESTS.put(request.operation().title(), request);
      }
    }
  }

  @Test
  void requestsThatTheServerAcceptedPassTheChecks() throws Exception {
    List<String> refused = new ArrayList<>();
    int taken = 0;
    int values = 0;
    for (Recorded request : recorded()) {
      if (request.status() == 200) {
        taken++;
        values += request.parameters().size();
        for (Fault fault : faults(request)) {
          refused.add(request.path() + ": " + fault);
        }
      }
    }
    System.out.printf(
        "recorded requests: %d taken by the server, %d values, %d refused by the checks%n",
        taken, values, refused.size());
    assertThat(refused).isEmpty();
    assertThat(taken).isGreaterThan(150);
  }

  @Test
  void requestsThatTheServerRejectedByItsSchemaAreRejectedBeforeSending() throws Exception {
    int refused = 0;
    for (Recorded request : recorded()) {
      for (String parameter : request.refused().split(" ")) {
        if (request.status() == 400 && !BEYOND_THE_SCHEMA.contains(parameter)) {
          refused++;
          assertThat(faults(request))
              .as(request.title())
              .anyMatch(fault -> fault.parameter().startsWith(parameter));
        }
      }
    }
    assertThat(refused).isGreaterThan(6);
  }

  private static List<Fault> faults(Recorded request) throws ReflectiveOperationException {
    InvalidRequestException refusal = probe(request).refusalOfLists(request.parameters());
    return refusal == null ? List.of() : refusal.faults();
  }

  private static RequestProbe probe(Recorded request) {
    return REQUESTS.entrySet().stream()
        .filter(entry -> request.title().matches(entry.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
        .min((one, other) -> braces(one.getKey()) - braces(other.getKey()))
        .orElseThrow(() -> new AssertionError(request.title()))
        .getValue();
  }

  private static int braces(String title) {
    return (int) title.chars().filter(c -> c == '{').count();
  }

  private static List<Recorded> recorded() throws Exception {
    return Files.readAllLines(Path.of("src/test/resources/requests.txt")).stream()
        .map(Recorded::parse)
        .toList();
  }
}
