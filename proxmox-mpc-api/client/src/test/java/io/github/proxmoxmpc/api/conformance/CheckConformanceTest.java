package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.conformance.SchemaFile.ParameterDependency;
import io.github.proxmoxmpc.api.conformance.Verdicts.Verdict;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each operation is set to a value that the schema file allows, which has to
 * pass, and to values just beyond each of its limits, which have to be refused by its name. Where
 * it has a pattern or a format, it and the keys within are set to what the server was asked of.
 */
class CheckConformanceTest {
  private final Verdicts verdicts = new Verdicts();
  private final Map<String, List<ParameterDependency>> dependences =
      SchemaFile.dependences().stream()
          .collect(Collectors.groupingBy(ParameterDependency::operation));
  private final List<String> faults = new ArrayList<>();
  private int accepted;
  private int refused;

  CheckConformanceTest() throws IOException {}

  @Test
  void valuesAreAcceptedOrRejectedAsTheSchemaSays() throws Exception {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
            .build()) {
      for (Operation operation : SchemaFile.everyOperation()) {
        RequestProbe request = RequestProbe.find(operation, client.api());
        if (request != null) {
          for (Map.Entry<String, Facts> parameter : operation.sent().entrySet()) {
            for (Facts facts : parameter.getValue().alternatives()) {
              check(request, parameter.getKey(), facts);
            }
          }
        }
      }
    }
    System.out.printf("checks: %d values accepted, %d refused by name%n", accepted, refused);
    assertThat(faults).isEmpty();
    assertThat(accepted).isGreaterThan(3_000);
    assertThat(refused).isGreaterThan(4_000);
  }

  private void check(RequestProbe request, String name, Facts facts)
      throws ReflectiveOperationException {
    Facts value = facts.listed();
    Map<String, String> around = around(request.operation(), name, facts);
    String wire = name.endsWith("[n]") ? name.replace("[n]", "0") : name;
    String example = Examples.of(value);
    String title = request.operation().title() + " ? " + name;
    expect(title, example, faultsOf(request, around, wire, example), true);
    for (String wrong : WrongExamples.beyond(value)) {
      expect(title, wrong, faultsOf(request, around, wire, wrong), false);
    }
    for (Verdict verdict : verdicts.of(value)) {
      List<Fault> found = faultsOf(request, around, wire, verdict.value());
      expect(title, verdict.value(), found, verdict.isTaken());
    }
    for (Map.Entry<String, Facts> key : value.keys().entrySet()) {
      checkKey(request, around, wire, key.getKey(), key.getValue());
    }
  }

  /** A key of a property string alone; what else is missing there is not looked at. */
  private void checkKey(
      RequestProbe request, Map<String, String> around, String wire, String key, Facts facts)
      throws ReflectiveOperationException {
    String place = wire + "." + key;
    for (Verdict verdict : facts.has("alias") ? List.<Verdict>of() : verdicts.of(facts)) {
      // What would part the text, or is taken off before the key is looked at.
      if (!verdict.value().matches("(?s).*[,\\n].*| .*|.* ")) {
        List<Fault> found =
            faultsOf(request, around, wire, key + "=" + verdict.value()).stream()
                .filter(fault -> fault.parameter().equals(place))
                .toList();
        expect(
            request.operation().title() + " ? " + place, verdict.value(), found, verdict.isTaken());
      }
    }
  }

  private void expect(String title, String value, List<Fault> found, boolean isTaken) {
    if (found.isEmpty() != isTaken) {
      String shown = value.replace("\n", "\\n");
      faults.add(title + "=" + shown + (isTaken ? ": " + found : " passes"));
    } else if (isTaken) {
      accepted++;
    } else {
      refused++;
    }
  }

  private static List<Fault> faultsOf(
      RequestProbe request, Map<String, String> around, String name, String value)
      throws ReflectiveOperationException {
    Map<String, String> all = new LinkedHashMap<>(around);
    all.put(name, value);
    return request.faultsOf(name, all);
  }

  /**
   * Returns the other parameters to set: the required ones, and those that this parameter needs.
   */
  private Map<String, String> around(Operation operation, String name, Facts facts) {
    Map<String, String> around = new LinkedHashMap<>();
    operation
        .sent()
        .forEach(
            (other, others) -> {
              if (!others.isOptional() && !other.equals(name)) {
                around.put(other, Examples.of(others.listed()));
              }
            });
    if (facts.has("requires") && operation.sent().containsKey(facts.text("requires"))) {
      around.put(facts.text("requires"), Examples.of(operation.sent().get(facts.text("requires"))));
    }
    if (facts.map().get("instance-types") instanceof List<?> types
        && operation.sent().containsKey(facts.text("type-property"))) {
      around.put(facts.text("type-property"), String.valueOf(types.get(0)));
    }
    dependences.getOrDefault(operation.title(), List.of()).stream()
        .filter(each -> each.facts("only").containsKey(name))
        .forEach(
            each -> {
              List<?> types = SchemaFile.list(each.facts("only").get(name));
              around.put(String.valueOf(each.row().get("on")), types.get(0).toString());
            });
    return around;
  }
}
