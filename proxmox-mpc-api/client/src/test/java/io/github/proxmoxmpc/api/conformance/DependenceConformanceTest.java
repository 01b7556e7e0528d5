package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.conformance.SchemaFile.ParameterDependency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Dependencies between parameters from the overrides are enforced for each parameter and type, and
 * no others.
 */
class DependenceConformanceTest {
  private final Map<String, Integer> looked = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void dependenciesBetweenParametersAreChecked() throws Exception {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Operation operation : SchemaFile.operations()) {
      operations.put(operation.title(), operation);
    }
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
            .build()) {
      for (ParameterDependency dependence : SchemaFile.dependences()) {
        Operation operation = Objects.requireNonNull(operations.get(dependence.operation()));
        RequestProbe request = Objects.requireNonNull(RequestProbe.find(operation, client.api()));
        byType(request, dependence);
        together(request, dependence);
        unset(request, dependence);
      }
    }
    System.out.printf("dependent parameters: %s%n", looked);
    assertThat(wrong).isEmpty();
    assertThat(looked.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_200);
  }

  private void byType(RequestProbe request, ParameterDependency dependence)
      throws ReflectiveOperationException {
    String on = String.valueOf(dependence.row().get("on"));
    Map<String, Facts> parameters = request.operation().sent();
    List<String> types = on.equals("null") ? List.of() : parameters.get(on).values();
    for (String type : types) {
      for (Map.Entry<String, Object> only : dependence.facts("only").entrySet()) {
        boolean allowed = SchemaFile.list(only.getValue()).contains(type);
        Facts facts = parameters.get(only.getKey());
        String value = Examples.of(facts);
        expect(
            request,
            only.getKey(),
            Map.of(on, type, only.getKey(), value),
            "is only for",
            !allowed);
      }
      for (Map.Entry<String, Object> required : dependence.facts("required").entrySet()) {
        boolean must = SchemaFile.list(required.getValue()).contains(type);
        expect(request, required.getKey(), Map.of(on, type), "is required", must);
        for (Object other :
            SchemaFile.list(dependence.facts("requiredUnless").get(required.getKey()))) {
          Map<String, String> values = Map.of(on, type, other.toString(), "abc");
          expect(request, required.getKey(), values, "is required", false);
        }
      }
    }
  }

  private void together(RequestProbe request, ParameterDependency dependence)
      throws ReflectiveOperationException {
    for (Map.Entry<String, Object> excludes : dependence.facts("excludes").entrySet()) {
      String name = excludes.getKey();
      for (Object other : SchemaFile.list(excludes.getValue())) {
        String second = other.toString();
        expect(request, name, Map.of(name, "1", second, "100"), "cannot be set together", true);
        expect(request, name, Map.of(name, "0", second, "100"), "cannot be set together", false);
        expect(request, name, Map.of(name, "1"), "cannot be set together", false);
      }
    }
    for (Map.Entry<String, Object> requires : dependence.facts("requires").entrySet()) {
      String name = requires.getKey();
      Map<String, String> both = Map.of(name, "1", requires.getValue().toString(), "tcp");
      expect(request, name, Map.of(name, "1"), "needs", true);
      expect(request, name, both, "needs", false);
    }
    if (!dependence.row().containsKey("on")) {
      for (Map.Entry<String, Object> unless : dependence.facts("requiredUnless").entrySet()) {
        expect(request, unless.getKey(), Map.of(), "is required", true);
        expect(request, unless.getKey(), Map.of(unless.getKey(), "1"), "is required", false);
        for (Object other : SchemaFile.list(unless.getValue())) {
          Map<String, String> instead = Map.of(other.toString(), "1");
          Map<String, String> off = Map.of(other.toString(), "0");
          expect(request, unless.getKey(), instead, "is required", false);
          expect(request, unless.getKey(), off, "is required", true);
        }
      }
    }
  }

  private void unset(RequestProbe request, ParameterDependency dependence)
      throws ReflectiveOperationException {
    for (Object each : SchemaFile.list(dependence.row().get("setOrDeleted"))) {
      String list = each.toString();
      Map<String, String> both = Map.of(list, "first,digest", "digest", "ab");
      expect(request, list, both, "cannot be set together with 'digest'", true);
      expect(request, list, Map.of(list, "digest"), "cannot be set together", false);
    }
  }

  private void expect(
      RequestProbe request, String name, Map<String, String> values, String rule, boolean refused)
      throws ReflectiveOperationException {
    boolean found =
        request.faultsOf(name, values).stream().anyMatch(fault -> fault.rule().startsWith(rule));
    looked.merge(rule, 1, Integer::sum);
    if (found != refused) {
      String title = request.operation().title();
      wrong.add(title + " ? " + name + " with " + values + ": " + (found ? "refused" : "taken"));
    }
  }
}
