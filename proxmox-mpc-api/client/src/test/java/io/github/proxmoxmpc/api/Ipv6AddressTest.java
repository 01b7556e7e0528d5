package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.Secret;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An IPv6 address of a server is read in brackets, and refused with an explanation otherwise. */
@Tag("P12")
class Ipv6AddressTest {
  @ParameterizedTest
  @CsvSource({
    "[2001:db8::1], https://[2001:db8::1]:8006",
    "[2001:DB8::1]:9006, https://[2001:db8::1]:9006",
    "https://[2001:db8::1], https://[2001:db8::1]:8006",
    "https://[2001:db8:0:0:0:0:0:1]:8006/api2/json, https://[2001:db8::1]:8006",
    "https://[::1]:443/pve/, https://[::1]/pve",
    "[::ffff:192.0.2.1], https://192.0.2.1:8006"
  })
  void anAddressInBracketsIsAccepted(String url, String endpoint) {
    try (ProxmoxClient client =
        ProxmoxClient.builder(url).token("ci@pve!build", Secret.of("c")).build()) {
      assertThat(client.endpoint()).isEqualTo(endpoint);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8::1",
        "2001:db8::1:8006",
        "2001:db8:0:0:0:0:0:1",
        "https://2001:db8::1",
        "HTTPS://2001:DB8::1",
        "https://2001:db8::1/api2/json",
        "::1",
        "::",
        "::ffff:192.0.2.1",
        "[2001:db8::1",
        "2001:db8::1]:8006",
        "[[2001:db8::1]]",
        "[2001:db8::1]8006",
        "fe80::1%eth0",
        "fe80::1%25eth0",
        "fe80::1%3",
        "[fe80::1%eth0]",
        "[fe80::1%eth0]:8006/api2/json",
        "[fe80::1]%eth0",
        "https://fe80::1%eth0",
        "https://[fe80::1%25eth0]:8006"
      })
  void theErrorForAnAddressWithoutBracketsExplainsThem(String url) {
    assertThatThrownBy(() -> ProxmoxClient.builder(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in brackets, such as https://[2001:db8::1]:8006")
        .satisfies(
            refusal ->
                assertThat(String.valueOf(refusal.getMessage()).contains("zone id"))
                    .isEqualTo(url.contains("%")));
    assertThatThrownBy(
            () ->
                new ClientEnvironment(Map.of("PROXMOX_URL", url, "PROXMOX_TOKEN", "ci@pve!build=c"))
                    .client())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in brackets");
  }
}
