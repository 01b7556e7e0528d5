package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests of all firewalls refuse a wrong address, port or protocol. */
@Tag("U05")
class FirewallConformanceTest {
  /** A wrong and a right value by the format of a parameter. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "pve-fw-addr-spec", List.of("10.0.0.300/8", "10.0.0.0/8"),
          "pve-fw-sport-spec", List.of("65536", "1024:65535"),
          "pve-fw-dport-spec", List.of("22,echo-request", "22,https"),
          "pve-fw-protocol-spec", List.of("256", "tcp"),
          "pve-fw-icmp-type-spec", List.of("ping", "echo-request"),
          "pve-fw-conntrack-helper", List.of("ssh", "ftp"),
          "IPorCIDR", List.of("10.0.0.300/8", "10.0.0.0/8"),
          "IPorCIDRorAlias", List.of("10.0.0.300/8", "dc/net"));

  /**
   * A parameter of a request.
   *
   * @param operation what it is sent to
   * @param name its wire name
   * @param format the name of its format
   */
  record Sent(Operation operation, String name, String format) {
    @Override
    public String toString() {
      return operation.title() + " ? " + name;
    }
  }

  static List<Sent> parameters() throws IOException {
    List<Sent> all = new ArrayList<>();
    for (Operation operation : SchemaFile.operations()) {
      operation
          .sent()
          .forEach(
              (name, facts) -> {
                String format = facts.text("format");
                if (operation.path().contains("/firewall") && VALUES.containsKey(format)) {
                  all.add(new Sent(operation, name, format));
                }
              });
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void theErrorForAnInvalidValueNamesItsParameter(Sent sent) throws Exception {
    List<String> values = Objects.requireNonNull(VALUES.get(sent.format()));
    try (ProxmoxClient client =
        ProxmoxClient.builder("https://nothing.is.sent:8006")
            .token("ci@pve!build", Secret.of("unused"))
            .build()) {
      RequestProbe request =
          Objects.requireNonNull(RequestProbe.find(sent.operation(), client.api()));
      assertThat(formatFaults(request, sent, values.get(0))).hasSize(1);
      assertThat(formatFaults(request, sent, values.get(1))).isEmpty();
    }
  }

  /** The faults of a value, without those that a missing other parameter causes. */
  private static List<Fault> formatFaults(RequestProbe request, Sent sent, String value)
      throws ReflectiveOperationException {
    return request.faultsOf(sent.name(), Map.of(sent.name(), value)).stream()
        .filter(fault -> fault.rule().startsWith("must be"))
        .toList();
  }

  @Test
  void everyFormatOfTheFirewallIsTested() throws Exception {
    assertThat(parameters())
        .extracting(Sent::format)
        .contains(VALUES.keySet().toArray(String[]::new));
  }
}
