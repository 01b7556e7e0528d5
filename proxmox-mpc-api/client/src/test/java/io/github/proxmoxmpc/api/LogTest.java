package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Reads the log file that simplelogger.properties names. */
class LogTest {
  private static final Path LOG = Path.of("target", "test.log");

  static {
    // Empties the file of the run before.
    LoggerFactory.getLogger(LogTest.class);
  }

  // All tests log into it, and a server of theirs may have had the same port.
  private final long before = Files.exists(LOG) ? lines().count() : 0;

  LogTest() throws IOException {}

  private static Stream<String> lines() throws IOException {
    return Files.readString(LOG, StandardCharsets.UTF_8).lines();
  }

  private List<String> linesAbout(TestServer server) throws IOException {
    return lines().skip(before).filter(line -> line.contains(server.url())).toList();
  }

  @Test
  void operationsAreLoggedWithoutParametersAndSecrets() throws Exception {
    try (TestServer server = new TestServer();
        ProxmoxClient client = server.client()) {
      Parameters parameters =
          Parameters.builder().set("cipassword", "hunter2!").set("name", "web-name").build();
      server.answersData("null");
      new TestApi(client).putConfig(parameters);
      server.answersData("{}");
      new TestApi(client).config("pve", "100", parameters);
      server.answersError("403 Forbidden", "{\"message\":\"hunter2!\"}");
      assertThatThrownBy(() -> new TestApi(client).putConfig(parameters))
          .isInstanceOf(ProxmoxException.class);
      List<String> lines = linesAbout(server);
      assertThat(lines).hasSize(3);
      assertThat(lines.get(0)).contains("DEBUG", "PUT /nodes/pve/qemu/100/config", ": 200 after");
      assertThat(lines.get(1)).contains("GET /nodes/pve/qemu/100/config", ": 200 after");
      assertThat(lines.get(2)).contains(": 403 after");
      assertThat(Files.readString(LOG)).doesNotContain("hunter2!", "web-name", TestServer.SECRET);
    }
  }

  @Test
  void turningOffTlsVerificationIsLoggedOncePerClient() throws Exception {
    try (TestServer server = new TestServer();
        ProxmoxClient client = server.builder().insecureTrustAnyCertificate().build();
        ProxmoxClient variant = client.newBuilder().resilience(r -> r.retries(1)).build()) {
      server.answersData("{}");
      new TestApi(variant).config();
      assertThat(linesAbout(server))
          .filteredOn(line -> line.contains("WARN"))
          .singleElement()
          .asString()
          .contains("TLS verification is OFF");
    }
  }
}
