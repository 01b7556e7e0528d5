package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values that the server reads back in another form than they were sent. */
class RoundTripTest {
  private static final String NEW_ID = "500";

  @RegisterExtension
  static final ProxmoxSimulatorExtension SERVER =
      ProxmoxSimulatorExtension.with(
              Estate.builder()
                  .node("pve")
                  .storage(
                      "local", Map.of("type", "dir", "path", "/var/lib/vz", "content", "vztmpl"))
                  .storage(
                      "local-vm",
                      Map.of("type", "dir", "path", "/var/lib/vz-vm", "content", "images,rootdir"))
                  .volume("local:vztmpl/debian-12-tiny_1_amd64.tar.gz", 100_000)
                  .build())
          .resetBeforeEach();

  private ApiProbe api;

  @BeforeEach
  void connect() {
    ProxmoxSimulator pve = SERVER.simulator();
    // Only root itself may set some options; a token of root may not.
    Map<String, @Nullable Object> ticket =
        ApiProbe.of(pve)
            .post("/access/ticket", "username", "root@pam", "password", pve.password())
            .object();
    api =
        new ApiProbe(
            pve.handler(),
            List.of(
                new Header("Cookie", "PVEAuthCookie=" + ticket.get("ticket")),
                new Header("CSRFPreventionToken", "" + ticket.get("CSRFPreventionToken"))));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/replay/roundtrip.txt",
      delimiter = '\t',
      quoteCharacter = '\0',
      maxCharsPerColumn = 8192)
  void aValueIsReadBackInTheServersForm(String kind, String key, String sent, String readBack) {
    Object found = kind.startsWith("/") ? settings(kind, key, sent) : guest(kind, key, sent);
    String expected = readBack.replace("\\n", "\n").replace("ID", NEW_ID);
    if (readBack.startsWith("{") || readBack.startsWith("[")) {
      assertThat(found).isEqualTo(JsonCodec.read(readBack));
    } else if (readBack.equals("ABSENT")) {
      assertThat(found).isNull();
    } else if (readBack.equals("UUID")) {
      assertThat(String.valueOf(found)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    } else {
      String text = String.valueOf(found);
      assertThat(
              readBack.contains("MAC") ? text.replaceAll("BC:24:11(:[0-9A-F]{2}){3}", "MAC") : text)
          .isEqualTo(expected);
    }
  }

  private @Nullable Object settings(String path, String key, String sent) {
    ApiProbe.Response written = api.put(path, key, sent);
    assertThat(written.status()).as("%s", written).isEqualTo(200);
    return api.get(path).object().get(key);
  }

  private @Nullable Object guest(String kind, String key, String sent) {
    List<String> parameters =
        new ArrayList<>(List.of("vmid", NEW_ID, key, sent.replace("\\n", "\n")));
    if (kind.equals("lxc")) {
      parameters.addAll(List.of("ostemplate", "local:vztmpl/debian-12-tiny_1_amd64.tar.gz"));
      if (!key.equals("rootfs")) {
        parameters.addAll(List.of("rootfs", "local-vm:1"));
      }
    }
    ApiProbe.Response created = api.post("/nodes/pve/" + kind, parameters.toArray(String[]::new));
    assertThat(created.status()).as("%s", created).isEqualTo(200);
    assertThat(api.exitOf(created)).isEqualTo("OK");
    return api.get("/nodes/pve/" + kind + "/" + NEW_ID + "/config").object().get(key);
  }
}
