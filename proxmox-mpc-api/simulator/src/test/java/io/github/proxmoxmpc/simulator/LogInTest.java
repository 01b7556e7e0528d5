package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.http.Header;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.http.SimulatorResponse;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogInTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              TestEstates.small()
                  .token("audit@pve!ro", "s", Map.of("/vms", Set.of("VM.Audit")))
                  .user("ops@pve", "password-1")
                  .build())
          .resetBeforeEach();

  private ProxmoxSimulator pve;
  private ApiProbe nobody;

  @BeforeEach
  void start(ProxmoxSimulator simulator) {
    pve = simulator;
    nobody = new ApiProbe(pve.handler(), List.of());
  }

  private Map<String, ?> logIn() {
    return nobody.post("/access/ticket", "username", "ops@pve", "password", "password-1").object();
  }

  private SimulatorResponse createPool(List<Header> headers) {
    return pve.handler()
        .handle(SimulatorRequest.form("POST", "/api2/json/pools", headers, "poolid=mine"));
  }

  @Test
  void aTicketCanRead() {
    Header cookie = new Header("Cookie", "PVEAuthCookie=" + logIn().get("ticket"));
    assertThat(new ApiProbe(pve.handler(), List.of(cookie)).get("/version").status())
        .isEqualTo(200);
  }

  @Test
  void aTicketWritesOnlyWithItsCsrfToken() {
    Map<String, ?> login = logIn();
    Header cookie = new Header("Cookie", "PVEAuthCookie=" + login.get("ticket"));
    assertThat(createPool(List.of(cookie)).reason())
        .isEqualTo("Permission denied - invalid csrf token");
    assertThat(
            createPool(List.of(cookie, new Header("CSRFPreventionToken", "00000000:x"))).status())
        .isEqualTo(401);
    Header csrf =
        new Header("CSRFPreventionToken", String.valueOf(login.get("CSRFPreventionToken")));
    assertThat(createPool(List.of(cookie, csrf)).status()).isEqualTo(200);
  }

  @Test
  void aForgedTicketIsRefused() {
    String ticket = String.valueOf(logIn().get("ticket")).replace("ops@pve", "root@pam");
    Header cookie = new Header("Cookie", "PVEAuthCookie=" + ticket);
    assertThat(new ApiProbe(pve.handler(), List.of(cookie)).get("/version").reason())
        .isEqualTo("Authentication failed!");
  }

  @Test
  void aWrongPasswordIsRefusedWithABody() {
    ApiProbe.Response response =
        nobody.post("/access/ticket", "username", "ops@pve", "password", "wrong-one");
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo("{\"data\":null,\"message\":\"authentication failure\\n\"}");
  }

  @Test
  void aTicketRenewsItself() {
    String ticket = String.valueOf(logIn().get("ticket"));
    assertThat(nobody.post("/access/ticket", "username", "ops@pve", "password", ticket).status())
        .isEqualTo(200);
  }

  @Test
  void theJournalContainsNoPassword() {
    logIn();
    assertThat(pve.writes()).hasSize(1);
    assertThat(pve.writes().toString()).contains("ops@pve").doesNotContain("password-1");
  }

  @Test
  void aTokenSeesOnlyGuestsThatItMayAudit() {
    ApiProbe audit = ApiProbe.withToken(pve, "audit@pve!ro=s");
    assertThat(audit.get("/nodes/pve1/qemu/100/config").status()).isEqualTo(200);
    assertThat(audit.get("/pools").list()).isEmpty();
    assertThat(audit.get("/nodes/pve1/status").reason())
        .isEqualTo("Permission check failed (/nodes/pve1, Sys.Audit)");
    assertThat(audit.get("/access/permissions").object())
        .isEqualTo(
            Map.of(
                "/vms", Map.of("VM.Audit", 1L),
                "/vms/100", Map.of("VM.Audit", 1L),
                "/vms/200", Map.of("VM.Audit", 1L)));
  }

  @Test
  void permissionIsCheckedBeforeExistence() {
    ApiProbe audit = ApiProbe.withToken(pve, "audit@pve!ro=s");
    ApiProbe.Response response = audit.delete("/nodes/pve1/qemu/999");
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.reason()).isEqualTo("Permission check failed (/vms/999, VM.Allocate)");
  }

  @Test
  void someOperationsRefuseTokens() {
    assertThat(
            ApiProbe.of(pve)
                .put("/access/password", "userid", "a@pve", "password", "12345678")
                .reason())
        .isEqualTo(
            "Permission check failed (URI '/access/password' not available with API token, need"
                + " proper ticket.");
  }
}
