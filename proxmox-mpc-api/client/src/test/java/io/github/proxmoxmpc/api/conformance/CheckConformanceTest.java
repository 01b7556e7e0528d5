package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each operation is set to a value that the schema file allows, which has to
 * pass, and to values just beyond each of its limits, which have to be refused by its name.
 */
class CheckConformanceTest {
  private static final Pattern OTHER_TYPE = Pattern.compile("is only for '(\\w+)' ([\\w-]+)");

  private final List<String> faults = new ArrayList<>();
  private int accepted;
  private int refused;

  @Test
  void whatTheSchemaAllowsPassesAndWhatItForbidsIsRefusedByName() throws Exception {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
            .build()) {
      List<Operation> operations = new ArrayList<>(SchemaFile.operations());
      operations.addAll(SchemaFile.goneOperations());
      for (Operation operation : operations) {
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
    assertThat(accepted).isGreaterThan(2_200);
    assertThat(refused).isGreaterThan(1_800);
  }

  private void check(RequestProbe request, String name, Facts facts)
      throws ReflectiveOperationException {
    Facts value = facts.has("items") ? facts.items() : facts;
    Map<String, String> around = around(request.operation(), name, facts);
    String wire = name.endsWith("[n]") ? name.replace("[n]", "0") : name;
    String example = Examples.of(value);
    List<Fault> unexpected = faultsOf(request, around, wire, example);
    Matcher other = OTHER_TYPE.matcher(unexpected.toString());
    if (other.find()) {
      // It says which type it is for; with that one it has to pass.
      around.put(other.group(1), other.group(2));
      unexpected = faultsOf(request, around, wire, example);
    }
    String title = request.operation().title() + " ? " + name;
    if (unexpected.isEmpty()) {
      accepted++;
    } else {
      faults.add(title + "=" + example + ": " + unexpected);
    }
    for (String wrong : WrongExamples.beyond(value)) {
      List<Fault> expected = faultsOf(request, around, wire, wrong);
      if (expected.isEmpty()) {
        faults.add(title + "=" + wrong + " passes");
      } else {
        refused++;
      }
    }
  }

  private static List<Fault> faultsOf(
      RequestProbe request, Map<String, String> around, String name, String value)
      throws ReflectiveOperationException {
    Map<String, String> all = new LinkedHashMap<>(around);
    all.put(name, value);
    return request.faultsOf(name, all);
  }

  /** What has to be set besides: what is always required, and what this parameter asks for. */
  private static Map<String, String> around(Operation operation, String name, Facts facts) {
    Map<String, String> around = new LinkedHashMap<>();
    operation
        .sent()
        .forEach(
            (other, others) -> {
              if (!others.isOptional() && !other.equals(name)) {
                around.put(other, Examples.of(others.has("items") ? others.items() : others));
              }
            });
    if (facts.has("requires") && operation.sent().containsKey(facts.text("requires"))) {
      around.put(facts.text("requires"), Examples.of(operation.sent().get(facts.text("requires"))));
    }
    if (facts.map().get("instance-types") instanceof List<?> types
        && operation.sent().containsKey(facts.text("type-property"))) {
      around.put(facts.text("type-property"), String.valueOf(types.get(0)));
    }
    return around;
  }
}
