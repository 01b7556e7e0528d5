package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  private static final String TOKEN = TestServer.TOKEN_ID + "=" + TestServer.SECRET;

  @TempDir Path folder;

  private static Map<String, String> environment(TestServer server, String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PROXMOX_URL", server.url());
    environment.put("PROXMOX_TOKEN", TOKEN);
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  private static void assertConnects(TestServer server, Map<String, String> environment) {
    server.answersData("{\"a\":1}");
    try (ProxmoxClient client = ProxmoxClient.fromEnvironment(environment)) {
      assertThat(new TestApi(client).config().size()).isEqualTo(1);
    }
    assertThat(server.request().getHeaders().get("Authorization"))
        .isEqualTo("PVEAPIToken=" + TOKEN);
  }

  private static void assertRefused(Map<String, String> environment, String... words) {
    assertThatThrownBy(() -> ProxmoxClient.fromEnvironment(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining(TestServer.SECRET);
  }

  @Test
  void eachKindOfTrustConnects() throws Exception {
    try (TestServer server = new TestServer()) {
      assertConnects(server, environment(server, "PROXMOX_FINGERPRINT", server.fingerprint()));
      Path ca = Files.writeString(folder.resolve("ca.pem"), server.certificate.certificatePem());
      assertConnects(server, environment(server, "PROXMOX_CA", ca.toString()));
      assertConnects(
          server, environment(server, "PROXMOX_INSECURE", "true", "PROXMOX_FINGERPRINT", " "));
      assertConnects(
          server,
          environment(
              server, "PROXMOX_INSECURE", "false", "PROXMOX_FINGERPRINT", server.fingerprint()));
    }
  }

  @Test
  void missingAndMalformedVariablesAreNamed() {
    try (TestServer server = new TestServer()) {
      assertRefused(Map.of(), "PROXMOX_URL", "https://pve1:8006");
      assertRefused(Map.of("PROXMOX_URL", server.url()), "PROXMOX_TOKEN", "user@realm!id=secret");
      assertRefused(environment(server, "PROXMOX_URL", "http://x"), "PROXMOX_URL");
      assertRefused(
          environment(server, "PROXMOX_TOKEN", TestServer.SECRET), "PROXMOX_TOKEN", "user@realm");
      assertRefused(
          environment(server, "PROXMOX_TOKEN", TestServer.SECRET + "=x"), "PROXMOX_TOKEN");
      assertRefused(environment(server, "PROXMOX_FINGERPRINT", "AB:CD"), "PROXMOX_FINGERPRINT");
      assertRefused(
          environment(server, "PROXMOX_CA", folder.resolve("no.pem").toString()),
          "PROXMOX_CA",
          "no.pem");
      assertRefused(environment(server, "PROXMOX_INSECURE", "maybe"), "PROXMOX_INSECURE", "maybe");
      assertRefused(
          environment(
              server, "PROXMOX_INSECURE", "true", "PROXMOX_FINGERPRINT", server.fingerprint()),
          "only one of",
          "PROXMOX_FINGERPRINT",
          "PROXMOX_CA",
          "PROXMOX_INSECURE");
    }
  }
}
