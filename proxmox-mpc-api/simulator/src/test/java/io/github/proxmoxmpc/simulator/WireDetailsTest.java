package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How requests are read and responses are written, below the operations. */
class WireDetailsTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension SERVER =
      ProxmoxSimulatorExtension.with(TestEstates.operations().build()).resetBeforeEach();

  private ProxmoxSimulator pve;
  private ApiProbe api;

  @BeforeEach
  void connect() {
    pve = SERVER.simulator();
    api = ApiProbe.of(pve);
  }

  private SimulatorResponse get(String target, Header... headers) {
    List<Header> all = new ArrayList<>(List.of(headers));
    all.add(new Header("Authorization", "PVEAPIToken=" + pve.token()));
    return pve.handler().handle(SimulatorRequest.of("GET", target, all));
  }

  @Test
  @Tag("R05")
  void aParameterMayRepeatTheValueOfThePath() {
    assertThat(api.put("/nodes/pve1/qemu/101/config", "vmid", "101", "cores", "2").status())
        .isEqualTo(200);
    assertThat(api.get("/nodes/pve1/qemu/101/config", "node", "pve1").status()).isEqualTo(200);
    ApiProbe.Response other = api.put("/nodes/pve1/qemu/101/config", "vmid", "100", "cores", "4");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.errors())
        .containsExactly(
            entry("vmid", "duplicate parameter (already defined in URI) with conflicting values!"));
    assertThat(api.get("/nodes/pve1/qemu/101/config").object()).containsEntry("cores", 2L);
  }

  @Test
  @Tag("R06")
  void repeatedValuesOfAListAreJoined() {
    assertThat(
            api.call("PUT", "/storage/local", "content=iso&content=vztmpl&content=backup").status())
        .isEqualTo(200);
    assertThat(String.valueOf(api.get("/storage/local").object().get("content")).split(","))
        .containsExactlyInAnyOrder("iso", "vztmpl", "backup");
    api.put("/nodes/pve1/qemu/101/config", "cores", "2", "sockets", "2");
    assertThat(
            api.call("PUT", "/nodes/pve1/qemu/101/config", "delete=cores&delete=sockets").status())
        .isEqualTo(200);
    assertThat(api.get("/nodes/pve1/qemu/101/config").object())
        .doesNotContainKeys("cores", "sockets");
    assertThat(api.call("PUT", "/nodes/pve1/qemu/101/config", "name=a&name=b").errors())
        .containsExactly(entry("name", "type check ('string') failed - got ARRAY"));
  }

  @Test
  void aParameterWithoutAValueIsMissingIfItIsKnownAndRefusedIfNot() {
    assertThat(api.call("GET", "/version?nosuch=", null).errors()).containsOnlyKeys("nosuch");
    assertThat(api.call("POST", "/pools", "poolid=").errors())
        .containsExactly(entry("poolid", "property is missing and it is not optional"));
    assertThat(api.call("POST", "/pools", "poolid=empty&comment=").status()).isEqualTo(200);
  }

  @Test
  void theParameterAgainstCachesIsIgnored() {
    assertThat(api.get("/version", "_dc", "1234").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api2/json",
        "/api2//json/version",
        "/api2/json//version",
        "/api2/json/version/",
      })
  void redundantSlashesAreIgnored(String target) {
    assertThat(get(target).reason()).isIn("OK", "Method 'GET /' not implemented");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api2", "/api2/", "/api2/JSON/version", "/api2json/version"})
  void anotherPathBelowTheBaseIsNoUri(String target) {
    SimulatorResponse response = get(target);
    assertThat(response.status()).isEqualTo(501);
    assertThat(response.reason()).isEqualTo("no such uri");
    assertThat(response.text()).isEqualTo("no such uri");
  }

  @Test
  void extjsNamesTheStatusOfARefusedParameterAsText() {
    assertThat(get("/api2/extjs/version?nosuch=1").text())
        .contains("\"success\":0", "\"status\":\"400\"");
    assertThat(get("/api2/extjs/nosuch").text()).contains("\"success\":0", "\"status\":501");
  }

  @Test
  void aBatchExecutesItsCommandsInOrderAndGoesOnAfterAFailure() {
    String commands =
        "[{\"method\":\"GET\",\"path\":\"version\"},"
            + "{\"method\":\"POST\",\"path\":\"qemu/101/config\",\"args\":{\"cores\":4}},"
            + "{\"method\":\"GET\",\"path\":\"nosuch\"},"
            + "{\"method\":\"GET\",\"path\":\"qemu/101/config\",\"args\":{\"kitty\":1}},"
            + "{\"method\":\"GET\",\"path\":\"qemu/999/config\"},"
            + "{\"method\":\"GET\",\"path\":\"qemu/101/config\"}]";
    ApiProbe.Response response =
        rootTicket().call("POST", "/nodes/pve1/execute", ApiProbe.form("commands", commands));
    assertThat(response.list()).hasSize(6);
    assertThat(response.row(0)).containsEntry("status", 200L).containsKey("data");
    assertThat(response.row(1)).containsEntry("status", 200L);
    assertThat(response.row(2))
        .containsEntry("status", 500L)
        .containsEntry("message", "no handler for 'nodes/pve1/nosuch'\n");
    assertThat(response.row(3)).containsEntry("status", 400L).containsKey("errors");
    assertThat(response.row(4)).containsEntry("status", 500L);
    assertThat(response.body()).contains("\"cores\":4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no JSON", "{}", "[{\"method\":\"GET\"}]", "[{\"path\":\"a\",\"method\":\"X\"}]"})
  void aBatchThatIsNoListOfCommandsIsRefused(String commands) {
    ApiProbe.Response response =
        rootTicket().call("POST", "/nodes/pve1/execute", ApiProbe.form("commands", commands));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.errors()).containsOnlyKeys("commands");
  }

  @Test
  void credentialsAreReadInEachFormThatTheServerReads() {
    String token = pve.token();
    String ticket = String.valueOf(rootLogIn().get("ticket"));
    String encoded = URLEncoder.encode(ticket, StandardCharsets.UTF_8);
    for (Header header :
        List.of(
            new Header("Authorization", "PVEAPIToken=" + token),
            new Header("Authorization", "PVEAPIToken " + token),
            new Header("Authorization", "PVEAPIToken=" + token.replace("@", "%40")),
            new Header("Authorization", "PVEAuthCookie=" + ticket),
            new Header("Cookie", "PVEAuthCookie=" + ticket),
            new Header("Cookie", "lang=de; PVEAuthCookie=" + encoded + "; a=b"))) {
      ApiProbe caller = new ApiProbe(pve.handler(), List.of(header));
      assertThat(caller.get("/version").status()).as("%s", header).isEqualTo(200);
    }
    Header otherCookie = new Header("Cookie", "NotPVEAuthCookie=" + ticket);
    assertThat(new ApiProbe(pve.handler(), List.of(otherCookie)).get("/version").reason())
        .isEqualTo("No ticket");
  }

  @Test
  void onlyOperationsForTheWorldNeedNoCredentials() {
    ApiProbe nobody = new ApiProbe(pve.handler(), List.of());
    OperationIndex.bundled()
        .operations()
        .forEach(
            (key, operation) -> {
              String[] methodAndPath = key.replaceAll("\\{[^}]+\\}", "x1").split(" ", -1);
              boolean isOpen = "world".equals(operation.permissions().get("user"));
              assertThat(nobody.call(methodAndPath[0], methodAndPath[1], null).reason())
                  .as(key)
                  .satisfies(reason -> assertThat(reason.equals("No ticket")).isEqualTo(!isOpen));
            });
  }

  @Test
  void anUploadNeedsNoCsrfToken() {
    Header cookie = new Header("Cookie", "PVEAuthCookie=" + rootLogIn().get("ticket"));
    ApiProbe browser = new ApiProbe(pve.handler(), List.of(cookie));
    assertThat(browser.post("/nodes/pve1/storage/local/upload", "content", "iso").status())
        .isNotEqualTo(401);
    assertThat(browser.post("/nodes/pve1/storage/local/content", "content", "iso").reason())
        .isEqualTo("Permission denied - invalid csrf token");
  }

  private Map<String, @Nullable Object> rootLogIn() {
    return api.post("/access/ticket", "username", "root@pam", "password", pve.password()).object();
  }

  private ApiProbe rootTicket() {
    Map<String, @Nullable Object> ticket = rootLogIn();
    return new ApiProbe(
        pve.handler(),
        List.of(
            new Header("Cookie", "PVEAuthCookie=" + ticket.get("ticket")),
            new Header("CSRFPreventionToken", String.valueOf(ticket.get("CSRFPreventionToken")))));
  }
}
