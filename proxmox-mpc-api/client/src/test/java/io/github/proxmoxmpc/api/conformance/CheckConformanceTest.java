package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.request.ApiRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each parameter of each operation is set to a value that the schema file allows, which has to
 * pass, and to values just beyond each of its limits, which have to be refused by its name.
 */
class CheckConformanceTest {
  /** Property strings that the schema file calls plain texts. */
  private static final Map<String, String> UNDECLARED =
      Map.of("redistribute", "source=connected", "interfaces", "name=eth0");

  private static final Pattern OTHER_TYPE = Pattern.compile("is only for '(\\w+)' ([\\w-]+)");

  private final List<String> faults = new ArrayList<>();
  private int accepted;
  private int refused;

  @Test
  void whatTheSchemaAllowsPassesAndWhatItForbidsIsRefusedByName() throws Exception {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", "00000000-0000-4000-8000-000000000000")
            .build()) {
      List<Operation> operations = new ArrayList<>(SchemaFile.operations());
      operations.addAll(SchemaFile.goneOperations());
      for (Operation operation : operations) {
        Class<?> request = requestOf(operation, client.api());
        if (request != null) {
          for (Map.Entry<String, Facts> parameter : operation.sent().entrySet()) {
            check(operation, request, parameter.getKey(), parameter.getValue());
          }
        }
      }
    }
    System.out.printf("checks: %d values accepted, %d refused by name%n", accepted, refused);
    assertThat(faults).isEmpty();
    assertThat(accepted).isGreaterThan(2_200);
    assertThat(refused).isGreaterThan(1_800);
  }

  private void check(Operation operation, Class<?> request, String name, Facts facts)
      throws ReflectiveOperationException {
    Facts value = facts.type().equals("array") ? facts.items() : facts;
    Map<String, String> around = around(operation, name, facts);
    String wire = name.endsWith("[n]") ? name.replace("[n]", "0") : name;
    String example = UNDECLARED.getOrDefault(name, Examples.of(value));
    List<Fault> unexpected = faultsOf(request, around, wire, example);
    Matcher other = OTHER_TYPE.matcher(unexpected.toString());
    if (other.find()) {
      // It says which type it is for; with that one it has to pass.
      around.put(other.group(1), other.group(2));
      unexpected = faultsOf(request, around, wire, example);
    }
    if (unexpected.isEmpty()) {
      accepted++;
    } else {
      faults.add(operation.title() + " ? " + name + "=" + example + ": " + unexpected);
    }
    for (String wrong : beyond(value)) {
      if (faultsOf(request, around, wire, wrong).isEmpty()) {
        faults.add(operation.title() + " ? " + name + "=" + wrong + " passes");
      } else {
        refused++;
      }
    }
  }

  /** What has to be set besides: what is always required, and what this parameter asks for. */
  private static Map<String, String> around(Operation operation, String name, Facts facts) {
    Map<String, String> around = new LinkedHashMap<>();
    operation
        .sent()
        .forEach(
            (other, others) -> {
              if (!others.text("optional").equals("1") && !other.equals(name)) {
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

  /** Values just beyond what is allowed; none where everything is. */
  private static List<String> beyond(Facts facts) {
    List<String> beyond = new ArrayList<>();
    switch (facts.type()) {
      case "integer", "number" -> {
        BigDecimal maximum = facts.number("maximum");
        BigDecimal minimum = facts.number("minimum");
        if (maximum != null) {
          beyond.add(maximum.add(BigDecimal.ONE).toPlainString());
        }
        if (minimum != null) {
          beyond.add(minimum.subtract(BigDecimal.ONE).toPlainString());
        }
        beyond.add("abc");
      }
      case "boolean" -> beyond.add("maybe");
      default -> {
        BigDecimal longest = facts.number("maxLength");
        BigDecimal shortest = facts.number("minLength");
        if (longest != null) {
          beyond.add("x".repeat(longest.intValue() + 1));
        }
        if (shortest != null && shortest.signum() > 0) {
          beyond.add("x".repeat(shortest.intValue() - 1));
        }
        if (!facts.values().isEmpty()) {
          beyond.add("no such value");
        }
        if (!facts.keys().isEmpty()) {
          beyond.add("no-such-key=1");
        }
      }
    }
    return beyond;
  }

  /** The faults of one parameter, whatever else is wrong with the request. */
  private static List<Fault> faultsOf(
      Class<?> request, Map<String, String> around, String name, String value)
      throws ReflectiveOperationException {
    Object builder = Verbs.begin(request);
    Method with = builder.getClass().getMethod("with", String.class, String[].class);
    for (Map.Entry<String, String> each : around.entrySet()) {
      with.invoke(builder, each.getKey(), new String[] {each.getValue()});
    }
    with.invoke(builder, name, new String[] {value});
    try {
      builder.getClass().getMethod("build").invoke(builder);
      return List.of();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidRequestException invalid) {
        return invalid.faults().stream()
            .filter(fault -> fault.parameter().split("[.\\[]")[0].equals(name))
            .toList();
      }
      throw e;
    }
  }

  /** The type of an operation's request; null where it takes none. */
  private static @Nullable Class<?> requestOf(Operation operation, Object root)
      throws ReflectiveOperationException {
    Object place = PathWalk.find(root, operation).place();
    String verb = operation.method().toLowerCase(Locale.ROOT);
    return Arrays.stream(place.getClass().getMethods())
        .filter(method -> method.getName().equals(verb) && method.getParameterCount() == 1)
        .map(method -> method.getParameterTypes()[0])
        .filter(ApiRequest.class::isAssignableFrom)
        .findFirst()
        .orElse(null);
  }
}
