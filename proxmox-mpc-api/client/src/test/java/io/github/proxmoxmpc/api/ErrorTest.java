package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.GuestAgentException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.NotImplementedByServerException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.error.UnavailableException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The answers are those that Proxmox VE 9.2.11 was recorded to give. */
@ParameterizedClass
@EnumSource(CallStyle.class)
class ErrorTest {
  private final TestServer server = new TestServer();
  private final ProxmoxClient client =
      server.builder().fingerprint(server.fingerprint()).resilience(r -> r.retries(0)).build();
  private final CallStyle way;
  private final TestApi api;

  ErrorTest(CallStyle way) {
    this.way = way;
    this.api = new TestApi(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private <E extends ApiException> E refusal(Class<E> type) {
    E failure = catchThrowableOfType(type, api::config);
    assertThat(failure).isNotNull();
    assertThat(failure.path()).isEqualTo("/nodes/pve/qemu/100/config");
    assertThat(failure.operation()).isEqualTo("GET /nodes/{node}/qemu/{vmid}/config");
    assertThat(failure.endpoint()).isEqualTo(server.url());
    assertThat(failure)
        .hasMessageStartingWith("Cannot GET /nodes/pve/qemu/100/config on " + server.url() + ": ")
        .hasMessageNotContaining("\n")
        .hasMessageNotContaining(TestServer.SECRET);
    return failure;
  }

  private void answers(String status, String message) {
    server.answersError(status, "{\"data\":null,\"message\":\"" + message + "\\n\"}");
  }

  @Test
  void aRejectedTokenIsReportedWithTheReasonPhrase() {
    server.answersWithoutBody("401 Authentication failed!");
    assertThat(refusal(AuthenticationException.class))
        .hasMessageContaining("Authentication failed! (status 401)")
        .hasMessageContaining("the token " + TestServer.TOKEN_ID + ",");
    server.answersWithoutBody("401 No ticket");
    assertThat(refusal(AuthenticationException.class))
        .hasMessageContaining("No credentials reached the server");
  }

  @Test
  void aMissingPrivilegeIsNamedWithItsObject() {
    answers(
        "403 Permission check failed", "Permission check failed (/vms/310, Sys.Audit|Sys.Modify)");
    PermissionException failure = refusal(PermissionException.class);
    assertThat(failure.object()).isEqualTo("/vms/310");
    assertThat(failure.privilege()).isEqualTo("Sys.Audit|Sys.Modify");
    assertThat(failure).hasMessageContaining("Grant Sys.Audit|Sys.Modify on /vms/310");
  }

  @Test
  void ifTheServerNamesNoPrivilegeTheSchemaDoes() {
    answers("403 Permission check failed", "Permission check failed");
    PermissionException failure = refusal(PermissionException.class);
    assertThat(failure.object()).isNull();
    assertThat(failure.privilege()).isEqualTo("perm: VM.Audit");
  }

  @Test
  void anOperationThatRefusesTokensSaysSo() {
    answers(
        "403 x",
        "Permission check failed (URI '/access/password' not available with API token, need proper"
            + " ticket.\\n)");
    assertThat(refusal(PermissionException.class)).hasMessageContaining("rejects all API tokens");
  }

  @Test
  void errorsAreKeptByParameterInOrder() {
    server.answersError(
        "400 Parameter verification failed.",
        "{\"message\":\"Parameter verification failed.\\n\",\"data\":null,\"errors\":{\"vmid\":"
            + "\"invalid format - value does not look like a valid VM ID\\n\",\"cores\":"
            + "\"value must have a minimum value of 1\"}}");
    ParameterException failure = refusal(ParameterException.class);
    assertThat(failure.errors())
        .containsExactly(
            org.assertj.core.api.Assertions.entry(
                "vmid", "invalid format - value does not look like a valid VM ID"),
            org.assertj.core.api.Assertions.entry("cores", "value must have a minimum value of 1"));
    assertThat(failure)
        .hasMessageContaining("cores: value must have a minimum value of 1")
        .hasMessageContaining("Correct: vmid, cores.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Configuration file 'nodes/pve/qemu-server/999.conf' does not exist",
        "storage 'nope' does not exist",
        "no such user ('nobody@pve')",
        "no such cluster node 'other'",
        "no rule at position 9",
        "Target 'pve' does not exist.",
        "hostname lookup 'nosuch' failed - failed to get address info for: nosuch: Name or service"
            + " not known",
      })
  void aMissingObjectIsNotFoundAlthoughTheStatusIs500(String message) {
    answers("500 x", message);
    assertThat(refusal(NotFoundException.class).reason()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "checksum mismatch (file change by other user?)",
        "detected modified configuration - file changed by other user? Try again.",
        "create group failed: group 'cap-grp' already exists",
        "unable to create VM 300 - VM 300 already exists on node 'pve'",
        "VM is locked (backup)",
        "VM 300 is running - destroy failed",
        "CT 400 not running",
        "IPSet 'capset' is not empty",
        "delete pool failed: pool 'cap-pool' is not empty (contains storage 'local')",
        "can't lock file '/var/lock/qemu-server/lock-100.conf' - got timeout",
      })
  void aStateThatDoesNotAllowTheCallIsAConflict(String message) {
    answers("500 x", message);
    refusal(ConflictException.class);
  }

  @Test
  void anErrorOfOneParameterMayMeanNotFoundOrConflict() {
    server.answersError(
        "400 x",
        "{\"message\":\"Parameter verification failed.\\n\",\"errors\":{\"upid\":\"no such task\"}}");
    refusal(NotFoundException.class);
    server.answersError(
        "400 x",
        "{\"message\":\"Parameter verification failed.\\n\",\"errors\":{\"tokenid\":\"Token already"
            + " exists.\"}}");
    refusal(ConflictException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "QEMU guest agent is not running",
        "sh: 1: zpool: command not found",
        "missing value for required option 'export'",
        "Timeout while waiting for port '5900' to get ready!",
      })
  void anyOtherFailureIsAServerException(String message) {
    answers("500 x", message);
    assertThat(refusal(ServerException.class).status()).isEqualTo(500);
  }

  @Test
  void anUnknownOperationThatEveryReleaseHasSuggestsAWrongAddress() {
    server.answersError(
        "501 Method 'GET /nosuch' not implemented",
        "{\"message\":\"Method 'GET /nosuch' not implemented\",\"data\":null}");
    NotImplementedByServerException failure = refusal(NotImplementedByServerException.class);
    assertThat(failure.since()).isNull();
    assertThat(failure)
        .hasMessageContaining("check that the address is a Proxmox VE API")
        .hasMessageNotContaining("since");
  }

  @ParameterizedTest
  @Tag("P05")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "only root can set 'args' config",
        "unable to create VM 300 - only root can set 'hookscript' config",
        "only root@pam can set 'romfile' option",
        "only root can delete 'usb0' config for real devices",
        "only root can modify 'serial0' config for real devices",
        "Only root may use this option.",
        "Only root may set this option.",
        "only root@pam may edit jobs with a 'dumpdir' option.",
        "Only root can pass arbitrary filesystem paths.",
        "restoring 'mp0' to bind mount is only possible for root",
        "root-only command 'system_powerdown'",
        "Permission check failed (mount point type bind is only allowed for root@pam)",
        "Permission check failed (user != root@pam)",
      })
  void optionsOnlyForRootAreMissingPermissions(String message) {
    answers("500 x", message);
    assertThat(refusal(PermissionException.class))
        .hasMessageContaining(message)
        .hasMessageContaining("An API token never has the rights of root@pam");
  }

  @Test
  @Tag("P05")
  void aParameterOnlyForRootIsAMissingPermission() {
    server.answersError(
        "400 x",
        "{\"message\":\"Parameter verification failed.\\n\",\"errors\":{\"skiplock\":\"Only root may"
            + " use this option.\"}}");
    assertThat(refusal(PermissionException.class).privilege()).isEqualTo("root@pam");
  }

  @Test
  @Tag("P05")
  void aMissingPrivilegeIsNamedForAnyStatus() {
    answers(
        "500 x",
        "unable to clone: Permission check failed (/storage/nas, Datastore.AllocateSpace)");
    PermissionException failure = refusal(PermissionException.class);
    assertThat(failure.object()).isEqualTo("/storage/nas");
    assertThat(failure.privilege()).isEqualTo("Datastore.AllocateSpace");
  }

  @ParameterizedTest
  @Tag("P06")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unable to activate storage 'nas' - directory '/mnt/pve/nas' does not exist or is"
            + " unreachable",
        "unable to activate storage 'nas' - directory '/mnt/pve/nas' does not exist",
        "unable to activate storage 'usb' - directory is expected to be a mount point but is not"
            + " mounted: '/mnt/usb'",
        "could not activate storage 'tank', zfs error: cannot import 'tank': no such pool available",
        "can't activate storage 'nas' on node 'pve': storage 'nas' is not online",
        "storage 'nas' is not online",
        "storage 'nas' is not available on node 'pve'",
        "storage 'nas' is disabled",
        "mount.nfs: Connection timed out for nas:/export does not exist",
        "pbs: error fetching datastores - 500 Can't connect to pbs:8007 (Connection refused)",
        "rbd error: rbd: couldn't connect to the cluster!",
        "cluster not ready - no quorum?",
        "target node 'pve2' is offline",
      })
  void anOutageIsUnavailableAndNeverNotFound(String message) {
    answers("500 x", message);
    assertThat(refusal(UnavailableException.class)).hasMessageContaining("back online");
  }

  @ParameterizedTest
  @Tag("P07")
  @CsvSource({
    "596 tls_process_server_certificate: certificate verify failed",
    "596 ssl3_get_server_certificate: certificate verify failed",
    "595 tls_post_process_server_hello: certificate has expired",
    "596 hostname verification failed"
  })
  void theRejectedCertificateOfANodeIsExplained(String status) {
    server.answersWithoutBody(status);
    assertThat(refusal(NodeUnreachableException.class))
        .hasMessageContaining("does not accept the certificate of the cluster node")
        .hasMessageContaining("the node's name resolves")
        .hasMessageNotContaining("in time");
  }

  @ParameterizedTest
  @Tag("S05")
  @CsvSource({
    "596 Broken pipe",
    "596 Connection reset by peer",
    "597 Unexpected end-of-file",
    "595 Connection refused"
  })
  void aBrokenConnectionToANodeIsNotReportedAsATimeOut(String status) {
    server.answersWithoutBody(status);
    NodeUnreachableException failure = refusal(NodeUnreachableException.class);
    assertThat(failure.isTransient()).isTrue();
    assertThat(failure)
        .hasMessageContaining("no working connection")
        .hasMessageNotContaining("time");
  }

  private ServerException redirect(String status, String location) {
    server.answers(
        new MockResponse.Builder()
            .status("HTTP/1.1 " + status)
            .addHeader("Location", location)
            .build());
    return refusal(ServerException.class);
  }

  @ParameterizedTest
  @Tag("P04")
  @CsvSource({
    "302 Found, https://sso.example.org/login?state=abc#x, https://sso.example.org/login",
    "303 See Other, /login?next=/api2/json/version, /login",
    "307 Temporary Redirect, //sso.example.org/, //sso.example.org/",
    "308 Permanent Redirect, http://pve1:8006/api2/json/nodes/pve/qemu/100/config,"
        + " http://pve1:8006/api2/json/nodes/pve/qemu/100/config"
  })
  void aRedirectAwayFromTheApiNamesTheTargetWithoutSuggestingIt(
      String status, String location, String target) {
    ServerException failure = redirect(status, location);
    assertThat(failure.redirectTarget()).isEqualTo(target);
    assertThat(failure)
        .hasMessageContaining("redirects to " + target + ",")
        .hasMessageContaining("not the Proxmox VE API")
        .hasMessageNotContaining("state=abc")
        .hasMessageNotContaining("as the address of the client");
  }

  @ParameterizedTest
  @Tag("P04")
  @CsvSource({"301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent"})
  void aRedirectToTheSameOperationElsewhereNamesTheAddressToUse(String status) {
    assertThat(
            redirect(
                status, "https://pve2.example.org/pve/api2/json/nodes/pve/qemu/100/config?full=1"))
        .hasMessageContaining("Use https://pve2.example.org/pve as the address of the client");
  }

  @Test
  @Tag("P04")
  void aRedirectWithoutATargetSaysSo() {
    server.answersWithoutBody("302 Found");
    assertThat(refusal(ServerException.class))
        .hasMessageContaining("without naming a target")
        .satisfies(failure -> assertThat(((ServerException) failure).redirectTarget()).isNull());
  }

  @Test
  @Tag("P02")
  void aBackupOfNoGuestStartsNoTask() {
    server.answersData("\"OK\"");
    assertThat(client.api().nodes("pve").vzdump().post(backup -> backup.pool("empty"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({"595 No route to host", "596 Connection timed out", "599 Too many redirections"})
  void aNodeThatTheServerCannotReachIsReportedAsUnreachable(String status) {
    server.answersWithoutBody(status);
    assertThat(refusal(NodeUnreachableException.class).reason()).isEqualTo(status.substring(4));
  }

  @Test
  void aPageOfAProxyIsRecognized() {
    server.answers(
        new MockResponse.Builder()
            .status("HTTP/1.1 502 Bad Gateway")
            .addHeader("Content-Type", "text/html")
            .body("<html><h1>502</h1></html>")
            .build());
    assertThat(refusal(ServerException.class))
        .hasMessageContaining("Bad Gateway")
        .hasMessageContaining("text/html, not JSON")
        .hasMessageContaining("proxy");
  }

  @Test
  void anErrorWithoutAnyReasonStillHasAMessage() {
    server.answers(new MockResponse.Builder().status("HTTP/1.1 500").build());
    assertThat(refusal(ServerException.class)).hasMessageContaining("no reason was given");
  }

  @Test
  void anErrorOfTheGuestAgentIsAnException() {
    server.answersData(
        "{\"result\":{\"error\":{\"class\":\"CommandNotFound\",\"desc\":\"no such command\"}}}");
    GuestAgentException refusal =
        catchThrowableOfType(
            GuestAgentException.class,
            () -> client.api().nodes("pve").qemu(100).agent().ping().post());
    assertThat(refusal.errorClass()).isEqualTo("CommandNotFound");
    assertThat(refusal.reason()).isEqualTo("no such command");
    assertThat(refusal)
        .hasMessageContaining("/nodes/pve/qemu/100/agent/ping")
        .hasMessageContaining("The guest agent in the VM rejected the command (CommandNotFound)");
    server.answersData("{\"result\":{}}");
    client.api().nodes("pve").qemu(100).agent().ping().post();
  }

  @Test
  void aTimeOutForALockIsAConflict() {
    answers("500 cfs-lock", "cfs-lock 'file-storage_cfg' error: got lock request timeout");
    refusal(ConflictException.class);
    answers("500 lock", "can't lock file '/var/lock/qemu-server/lock-100.conf' - got timeout");
    refusal(ConflictException.class);
  }

  @Test
  void aSecretIsMaskedInAnySpellingOfTheServer() {
    server.answersError(
        "400 refused",
        """
        {"data":null,"errors":{"cipassword":"'hun  ter\\n22' is bad","x":"hun ter 22",
         "y":"hun%20%20ter%0A22","z":"token SECRET"}}
        """
            .replace("SECRET", TestServer.SECRET));
    ParameterException failure =
        catchThrowableOfType(
            ParameterException.class,
            () ->
                api.putConfig(
                    Parameters.builder()
                        .set("cipassword", "hun  ter\n22")
                        .secrets(Set.of("cipassword"))
                        .build()));
    assertThat(failure.errors())
        .containsEntry("cipassword", "'***' is bad")
        .containsEntry("x", "***")
        .containsEntry("y", "***")
        .containsEntry("z", "token ***");
    assertThat(failure).hasMessageNotContaining("ter").hasMessageNotContaining(TestServer.SECRET);
  }

  @Test
  void thePartsOfASecretAreMaskedToo() {
    answers("500 refused", "bad key 'hunter2222' of type oath");
    ServerException failure =
        catchThrowableOfType(
            ServerException.class,
            () ->
                api.putConfig(
                    Parameters.builder()
                        .set("tfa", "type=oath,key=hunter2222")
                        .secrets(Set.of("tfa"))
                        .build()));
    assertThat(failure.reason()).isEqualTo("bad key '***' of type oath");
  }

  @Test
  void aRejectedSecretIsMaskedInTheMessage() {
    server.answersError(
        "400 x",
        "{\"message\":\"bad password hunter2!\",\"errors\":{\"cipassword\":\"got 'hunter2!'\"}}");
    ApiException failure =
        catchThrowableOfType(
            ApiException.class,
            () ->
                api.putConfig(
                    QemuConfigPutRequest.builder()
                        .with("cipassword", "hunter2!")
                        .name("x")
                        .build()
                        .parameters()));
    assertThat(failure).hasMessageNotContaining("hunter2!");
    assertThat(failure.errors()).containsEntry("cipassword", "got '***'");
  }
}
