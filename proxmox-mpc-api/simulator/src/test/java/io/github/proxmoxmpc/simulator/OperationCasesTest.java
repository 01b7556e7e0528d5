package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.OperationCases.Case;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sends each request in {@code operations/*.json}: without privileges, with a parameter that the
 * schema does not have, with bad values, and as it is.
 */
class OperationCasesTest {
  private static final String UNKNOWN = "kitty-parameter";

  @TestFactory
  Stream<DynamicContainer> eachOperationIsAnsweredAsTheSchemaDeclares() {
    return OperationCases.all().entrySet().stream()
        .map(
            file ->
                DynamicContainer.dynamicContainer(
                    file.getKey(),
                    file.getValue().stream()
                        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check(one)))));
  }

  private static void check(Case one) {
    CaseRun run = new CaseRun(one);
    OperationIndex.Match match =
        OperationIndex.bundled().find(one.method(), run.path()).orElseThrow();
    assertThat(match.operation().key()).as("operation of the path").isEqualTo(one.operation());
    Map<String, Object> all = new TreeMap<>(match.parameters());
    all.putAll(run.parameters());

    refusesWithoutPrivileges(one, run, all);
    if (one.upload() == null) {
      refusesAnUnknownParameter(run);
      BadValues.of(one.operation()).forEach(bad -> refuses(run, bad));
      BadValues.ofPath(one.operation()).forEach(bad -> refusesInPath(one, run, bad));
    }

    ApiProbe.Response response = run.send(run.path(), run.parameters());
    if (one.refusal() != null) {
      assertThat(response.status()).isEqualTo(500);
      assertThat(response.reason()).isEqualTo(one.refusal());
      return;
    }
    assertThat(response.status()).as("%s: %s", response.reason(), response.body()).isEqualTo(200);
    assertThat(DeclaredResult.differences(one.operation(), response.data()))
        .as(response.body())
        .isEmpty();
    assertThat(ObservedTypes.differences(one.operation(), response.data()))
        .as(response.body())
        .isEmpty();
  }

  private static void refusesWithoutPrivileges(Case one, CaseRun run, Map<String, Object> all) {
    String demand = SchemaFacts.demand(one.operation(), all);
    if (demand == null) {
      return;
    }
    ApiProbe.Response response = run.sendWithoutPrivileges();
    String reason = "Permission check failed" + (demand.isEmpty() ? "" : " (" + demand + ")");
    assertThat(response.status()).as("without privileges: %s", response).isEqualTo(403);
    boolean needsTicket =
        !Long.valueOf(1).equals(SchemaFacts.of(one.operation()).get("allowtoken"));
    if (needsTicket) {
      assertThat(response.reason()).contains("not available with API token");
    } else {
      assertThat(response.reason()).isEqualTo(reason);
    }
  }

  private static void refusesAnUnknownParameter(CaseRun run) {
    Map<String, Object> parameters = new TreeMap<>(run.parameters());
    parameters.put(UNKNOWN, "1");
    ApiProbe.Response response = run.send(run.path(), parameters);
    assertThat(response.status()).as("unknown parameter: %s", response).isEqualTo(400);
    assertThat(response.errors())
        .containsOnly(
            Map.entry(
                UNKNOWN,
                "property is not defined in schema and the schema does not allow additional"
                    + " properties"));
  }

  private static void refuses(CaseRun run, BadValues.BadValue bad) {
    Map<String, Object> parameters = new TreeMap<>(run.parameters());
    parameters.put(bad.parameter(), bad.value());
    refused(bad, run.send(run.path(), parameters));
  }

  private static void refusesInPath(Case one, CaseRun run, BadValues.BadValue bad) {
    String[] template = one.operation().substring(one.operation().indexOf(' ') + 1).split("/", -1);
    String[] path = run.path().split("/", -1);
    if (path.length != template.length) {
      return; // The last parameter takes the rest of the path.
    }
    path[List.of(template).indexOf("{" + bad.parameter() + "}")] = bad.value();
    refused(bad, run.send(String.join("/", path), run.parameters()));
  }

  private static void refused(BadValues.BadValue bad, ApiProbe.Response response) {
    assertThat(response.status()).as("bad value %s: %s", bad, response).isEqualTo(400);
    assertThat(String.valueOf(response.errors().get(bad.parameter()))).startsWith(bad.complaint());
  }

  @Test
  void eachAnsweredOperationHasACase() {
    SortedSet<String> covered =
        OperationCases.all().values().stream()
            .flatMap(Collection::stream)
            .map(Case::operation)
            .collect(Collectors.toCollection(TreeSet::new));
    int cases = OperationCases.all().values().stream().mapToInt(List::size).sum();
    System.out.println(covered.size() + " operations with cases, " + cases + " cases");
    SortedSet<String> uncovered = answered();
    uncovered.removeAll(covered);
    assertThat(uncovered).isEmpty();
  }

  private static SortedSet<String> answered() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.builder().build())) {
      return new TreeSet<>(pve.operations());
    }
  }
}
