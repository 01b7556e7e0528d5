package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No error message shows a secret, for any fault and any parameter. */
class SecretConformanceTest {
  /** Breaks every rule, and shows itself in each of the parts that it may be torn into. */
  private static final String HUNTER =
      "hunter2,hunter2==hunter2,password=hunter2;hunter2=\n" + "hunter2 ".repeat(9_000);

  /** Texts of which a part is a secret. */
  private static final List<String> HOLDERS = List.of("target-endpoint", "tfa");

  private final List<String> shown = new ArrayList<>();
  private int secrets;
  private int refused;

  @Test
  void noErrorShowsASecret() throws Exception {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
            .build()) {
      for (Operation operation : SchemaFile.operations()) {
        RequestProbe request = RequestProbe.find(operation, client.api());
        if (request != null) {
          for (String name : operation.sent().keySet()) {
            look(request, name);
          }
        }
      }
    }
    System.out.printf(
        "secrets: %d parameters, %d refusals, shown %d%n", secrets, refused, shown.size());
    assertThat(shown).isEmpty();
    assertThat(secrets).isGreaterThan(50);
    assertThat(refused).isGreaterThan(2_000);
  }

  private void look(RequestProbe request, String name) throws ReflectiveOperationException {
    String wire = name.replace("[n]", "0");
    if (HOLDERS.contains(name) || isSecret(request, name)) {
      secrets++;
      // As a plain text too: what it is, the rules know.
      Map<String, String> values = new LinkedHashMap<>(Map.of(wire, HUNTER));
      check(request, wire, request.refusalOf(values));
    }
    // And any other parameter may be given as a secret.
    check(request, wire, request.refusalOf(wire, Secret.of(HUNTER)));
  }

  private void check(RequestProbe request, String name, InvalidRequestException refusal) {
    if (refusal == null) {
      return;
    }
    refused++;
    String all = refusal + "\n" + refusal.getMessage() + "\n" + refusal.faults();
    if (all.contains("hunter2")) {
      shown.add(request.operation().title() + " ? " + name + ": " + refusal.getMessage());
    }
  }

  private static boolean isSecret(RequestProbe request, String name) {
    Class<?> builder =
        Arrays.stream(request.type().getClasses())
            .filter(type -> type.getSimpleName().equals("Builder"))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(builder.getDeclaredMethods())
        .filter(method -> PathWalk.same(method.getName(), name.replace("[n]", "")))
        .anyMatch(SecretConformanceTest::takesSecret);
  }

  private static boolean takesSecret(Method setter) {
    return Arrays.stream(setter.getGenericParameterTypes())
        .anyMatch(type -> type.getTypeName().contains(Secret.class.getSimpleName()));
  }
}
