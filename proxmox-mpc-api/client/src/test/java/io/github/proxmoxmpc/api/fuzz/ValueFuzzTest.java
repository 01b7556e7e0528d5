package io.github.proxmoxmpc.api.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.RequestProbe;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Any value is read back unchanged, or rejected with one of our own exceptions. */
@Tag("fuzz")
class ValueFuzzTest {
  private static final int INPUTS = 250_000;
  private static final String API = "io.github.proxmoxmpc.api.";

  private static final List<Class<?>> FORMATS =
      Subjects.in(API + "format", name -> !name.endsWith("package-info"));
  private static final List<RequestProbe> REQUESTS = requests();

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aPropertyStringPrintsAsItWasRead(FuzzedDataProvider data)
      throws ReflectiveOperationException {
    Class<?> format = FORMATS.get(data.consumeInt(0, FORMATS.size() - 1));
    String text = data.consumeRemainingAsString();
    if (!PropertyString.parse(text).toString().equals(text)) {
      throw new AssertionError("not as it was read: " + text);
    }
    TypedPropertyString value =
        (TypedPropertyString) Subjects.method(format, "parse", String.class).invoke(null, text);
    // Not toString(), which masks secrets.
    if (!value.wire().equals(text)) {
      throw new AssertionError(format + " prints " + value.wire() + " for " + text);
    }
    Subjects.askAll(value, ProxmoxException.class);
  }

  @FuzzTest(maxExecutions = INPUTS, maxDuration = "10m")
  void aParameterPassesItsRuleOrIsRefusedByName(FuzzedDataProvider data)
      throws ReflectiveOperationException {
    RequestProbe request = REQUESTS.get(data.consumeInt(0, REQUESTS.size() - 1));
    List<String> names = request.names();
    String name = names.get(data.consumeInt(0, names.size() - 1));
    // Anything but a refusal of ours is thrown.
    request.refusalWith(name, data.consumeRemainingAsString());
  }

  private static List<RequestProbe> requests() {
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
            .build()) {
      return RequestProbe.all(client).stream().filter(each -> !each.names().isEmpty()).toList();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
