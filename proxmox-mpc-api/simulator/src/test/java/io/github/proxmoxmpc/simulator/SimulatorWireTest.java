package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status lines, headers and bodies, as seen on Proxmox VE 9.2.11. */
class SimulatorWireTest extends SimulatorTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.small().build())
          .configure(
              builder ->
                  builder
                      .clock(Clock.fixed(Instant.ofEpochSecond(1_795_314_048), ZoneOffset.UTC))
                      .delayAfterFailedLogIn(Duration.ofSeconds(3)))
          .resetBeforeEach();

  private SimulatorResponse ask(String method, String target, Header... headers) {
    return pve.handler().handle(SimulatorRequest.of(method, target, List.of(headers)));
  }

  @Test
  void aRequestWithoutCredentialsGetsOnlyAReasonPhrase() {
    SimulatorResponse response = ask("GET", "/api2/json/version");
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.reason()).isEqualTo("No ticket");
    assertThat(response.body()).isEqualTo(ByteString.EMPTY);
    assertThat(response.header("Content-Type")).isEmpty();
    assertThat(response.header("Connection")).hasValue("close");
    assertThat(response.delay()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PVEAPIToken=root@pam!simulator=wrong",
        "PVEAPIToken=nobody@pam!none=x",
        "PVEAPIToken=rubbish"
      })
  void aWrongTokenIsRefusedAfterTheDelay(String value) {
    SimulatorResponse response =
        ask("GET", "/api2/json/version", new Header("Authorization", value));
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.reason()).isEqualTo("Authentication failed!");
    assertThat(response.text()).isEmpty();
    assertThat(response.delay()).hasSeconds(3);
  }

  @Test
  void responsesToReadsHaveTheHeadersOfTheServer() {
    SimulatorResponse response =
        ask("GET", "/api2/json/version", new Header("Authorization", "PVEAPIToken=" + pve.token()));
    assertThat(response.headers())
        .containsExactly(
            new Header("Cache-Control", "max-age=0"),
            new Header("Connection", "Keep-Alive"),
            new Header("Date", "Sun, 22 Nov 2026 02:20:48 GMT"),
            new Header("Pragma", "no-cache"),
            new Header("Server", "pve-api-daemon/3.0"),
            new Header("Content-Type", "application/json;charset=UTF-8"),
            new Header("Expires", "Sun, 22 Nov 2026 02:20:48 GMT"));
  }

  @Test
  void responsesToWritesHaveTwoConnectionHeaders() {
    SimulatorResponse response =
        pve.handler()
            .handle(
                SimulatorRequest.form(
                    "POST",
                    "/api2/json/pools",
                    List.of(new Header("Authorization", "PVEAPIToken=" + pve.token())),
                    "poolid=new"));
    assertThat(response.headers().stream().filter(h -> h.name().equals("Connection")))
        .extracting(Header::value)
        .containsExactly("close", "Keep-Alive");
    assertThat(response.text()).isEqualTo("{\"data\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nosuch, Method 'GET /nosuch' not implemented",
    "DELETE, /version, Method 'DELETE /version' not implemented",
    "GET, /pools/prod%2Fweb, Method 'GET /pools/prod/web' not implemented"
  })
  void unknownPathsAreNotImplemented(String method, String path, String message) {
    ApiProbe.Response response = api.call(method, path, null);
    assertThat(response.status()).isEqualTo(501);
    assertThat(response.reason()).isEqualTo(message);
    assertThat(response.body()).isEqualTo("{\"data\":null,\"message\":\"" + message + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "HEAD", "OPTIONS"})
  void anUnknownMethodIsRefusedFirst(String verb) {
    SimulatorResponse response = ask(verb, "/api2/json/version");
    assertThat(response.status()).isEqualTo(501);
    assertThat(response.reason()).isEqualTo("method '" + verb + "' not available");
    assertThat(response.text()).isEmpty();
  }

  @Test
  void anUnknownFormatIsNamed() {
    Header token = new Header("Authorization", "PVEAPIToken=" + pve.token());
    SimulatorResponse response = ask("GET", "/api2/nosuch/version", token);
    assertThat(response.status()).isEqualTo(501);
    assertThat(response.text()).isEqualTo("no formatter for uri /version, nosuch");
  }

  @Test
  void extjsResponsesAlwaysHaveStatus200() {
    Header token = new Header("Authorization", "PVEAPIToken=" + pve.token());
    assertThat(ask("GET", "/api2/extjs/version", token).text()).contains("\"success\":1");
    SimulatorResponse missing = ask("GET", "/api2/extjs/nodes/pve1/qemu/999/config", token);
    assertThat(missing.status()).isEqualTo(200);
    assertThat(missing.text()).contains("\"success\":0", "\"status\":500", "999.conf");
  }

  @Test
  void allWrongParametersAreNamedAtOnce() {
    ApiProbe.Response response =
        api.post("/nodes/pve1/qemu", "vmid", "50", "memory", "lots", "nosuch", "1", "cores", "0");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.reason()).isEqualTo("Parameter verification failed.");
    assertThat(response.errors())
        .containsOnly(
            entry("vmid", "invalid format - value does not look like a valid VM ID\n"),
            entry("cores", "value must have a minimum value of 1"),
            entry(
                "memory",
                "invalid format - format error\nmemory.current: type check ('integer') failed - got 'lots'\n"),
            entry(
                "nosuch",
                "property is not defined in schema and the schema does not allow additional"
                    + " properties"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET|/nodes/pve1/qemu/abc/config||vmid|type check ('integer') failed - got 'abc'",
        "POST|/nodes/pve1/qemu||vmid|property is missing and it is not optional",
        "PUT|/nodes/pve1/qemu/100/config|name=bad_name!|name|invalid format - value does not look"
            + " like a valid DNS name\\n",
        "POST|/storage|storage=x&type=dir&path=/a|storage|invalid format - storage ID 'x' cannot"
            + " be shorter than 2 characters\\n",
        "GET|/cluster/resources?type=nope||type|value 'nope' does not have a value in the"
            + " enumeration 'vm, storage, node, sdn'",
        "GET|/version?nosuch=1||nosuch|property is not defined in schema and the schema does not"
            + " allow additional properties",
        "GET|/pools?type=qemu||poolid|missing property required by 'type'",
        "PUT|/nodes/pve1/qemu/100/config|net32=virtio|net32|property is not defined in schema and"
            + " the schema does not allow additional properties",
        "PUT|/nodes/pve1/qemu/100/config|onboot=maybe|onboot|type check ('boolean') failed - got"
            + " 'maybe'",
        "PUT|/nodes/pve1/qemu/100/config|vmid=7&cores=1|vmid|duplicate parameter (already defined"
            + " in URI) with conflicting values!",
        "PUT|/nodes/pve1/qemu/100/config|net0=virtio,tag%3D9999|net0|invalid format - format error\\n"
            + "net0.tag: value must have a maximum value of 4094\\n",
        "PUT|/nodes/pve1/qemu/100/config|delete=nosuch|delete|unknown option 'nosuch'"
      })
  void aWrongParameterIsNamedInTheServersWords(
      String method, String path, String form, String parameter, String complaint) {
    ApiProbe.Response response =
        api.call(method, path, method.equals("GET") ? null : form == null ? "" : form);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.errors()).containsExactly(entry(parameter, complaint.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nodes/pve1/qemu/999/config|Configuration file 'nodes/pve1/qemu-server/999.conf' does not"
            + " exist",
        "/nodes/pve1/lxc/100/config|Configuration file 'nodes/pve1/lxc/100.conf' does not exist",
        "/nodes/pve2/qemu/100/config|Configuration file 'nodes/pve2/qemu-server/100.conf' does not"
            + " exist",
        "/storage/nope|storage 'nope' does not exist",
        "/nodes/nosuch/status|hostname lookup 'nosuch' failed - failed to get address info for:"
            + " nosuch: Name or service not known",
        "/pools?poolid=nope|pool 'nope' does not exist"
      })
  void requestsForMissingObjectsFail(String path, String message) {
    ApiProbe.Response response = api.call("GET", path, null);
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.reason()).isEqualTo(message);
    assertThat(response.body()).contains(message + "\\n");
  }

  @Test
  void aBareEqualsSignCutsAFormValue() {
    api.call("POST", "/pools", "poolid=cut&comment=a=b=c");
    assertThat(api.get("/pools/cut").object()).containsEntry("comment", "a");
  }

  @Test
  void jsonBodiesAreAccepted() {
    assertThat(body("application/json", "{\"poolid\":\"j\",\"comment\":\"from JSON\"}").status())
        .isEqualTo(200);
    assertThat(api.get("/pools/j").object()).containsEntry("comment", "from JSON");
  }

  @Test
  void aMalformedJsonBodyIsAFailureInPlainText() {
    SimulatorResponse response = body("application/json", "{bad json");
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.text())
        .isEqualTo(
            "'\"' expected, at character offset 1 (before \"bad json\") at"
                + " /usr/share/perl5/PVE/APIServer/AnyEvent.pm line 934.\n");
  }

  @Test
  void anUnknownContentTypeIsRefused() {
    SimulatorResponse response = body("text/xml", "<x/>");
    assertThat(response.status()).isEqualTo(506);
    assertThat(response.reason()).isEqualTo("upload 'Content-Type 'text/xml' not implemented");
  }

  private SimulatorResponse body(String contentType, String content) {
    ByteString body = ByteString.encodeUtf8(content);
    return pve.handler()
        .handle(
            new SimulatorRequest(
                "POST",
                "/api2/json/pools",
                List.of(
                    new Header("Authorization", "PVEAPIToken=" + pve.token()),
                    new Header("Content-Type", contentType)),
                body,
                body.size()));
  }

  @Test
  void aDeleteWithABodyIsRefused() {
    assertThat(api.call("DELETE", "/pools", "poolid=prod").status()).isEqualTo(501);
    assertThat(api.delete("/pools", "poolid", "prod/web").status()).isEqualTo(500);
  }

  @Test
  void requestsForAnOfflineNodeFailWith595() {
    try (ProxmoxSimulator half =
        ProxmoxSimulator.start(
            Estate.builder().node("up").offlineNode("down").vm("down", 100, "name: a\n").build())) {
      ApiProbe probe = ApiProbe.of(half);
      assertThat(probe.get("/nodes/down/qemu/100/config").status()).isEqualTo(595);
      assertThat(probe.get("/cluster/resources", "type", "vm").row(0))
          .containsEntry("status", "unknown")
          .containsEntry("node", "down")
          .doesNotContainKey("name");
    }
  }

  @Test
  void redundantSlashesAreIgnored() {
    assertThat(api.get("//version/").status()).isEqualTo(200);
    assertThat(api.get("/nodes/pve1/qemu/100/config/").object()).containsEntry("name", "web");
  }

  @Test
  void theVersionMatchesTheSchema() {
    assertThat(api.get("/version").object()).containsAllEntriesOf(Map.of("release", "9.2"));
  }
}
