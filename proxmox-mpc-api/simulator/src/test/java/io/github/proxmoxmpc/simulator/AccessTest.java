package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTest {
  private static final String PASSWORD = "password-1";
  private static final String SECRET = "JBSWY3DPEHPK3PXP";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              TestEstates.operations()
                  .token("audit@pve!ro", "s", Map.of("/access", Set.of("Sys.Audit")))
                  .data(
                      "/access/domains/corp/sync",
                      "{\"users\": {\"eve\": {\"email\": \"eve@example.com\"}},"
                          + " \"groups\": {\"staff\": [\"eve\"]}}")
                  .data(
                      "/access/openid/login",
                      "{\"c1\": {\"sub\": \"jo\", \"email\": \"jo@example.com\","
                          + " \"roles\": [\"ops\"]}}")
                  .build())
          .resetBeforeEach();

  private ProxmoxSimulator pve;
  private ApiProbe api;

  @BeforeEach
  void createUsers(ProxmoxSimulator simulator) {
    pve = simulator;
    api = ApiProbe.asRoot(pve);
    api.post("/access/groups", "groupid", "staff");
    api.post("/access/users", "userid", "eve@pve", "password", PASSWORD, "groups", "staff");
    api.post("/access/users", "userid", "bob@pve", "password", PASSWORD);
  }

  private ApiProbe as(String user) {
    return ApiProbe.withPassword(pve, user, PASSWORD);
  }

  private void allow(String path, String kind, String id, String role) {
    assertThat(api.put("/access/acl", "path", path, kind, id, "roles", role).status())
        .isEqualTo(200);
  }

  private Set<String> paths(String id) {
    return api.get("/access/permissions", "userid", id).object().keySet();
  }

  private boolean mayRead(ApiProbe caller, int vmid) {
    return caller.get("/nodes/pve1/qemu/" + vmid + "/config").status() == 200;
  }

  @Test
  void privilegesOfAnotherUserAreThoseOfThatUser() {
    allow("/vms/100", "users", "eve@pve", "PVEVMUser");
    assertThat(paths("eve@pve")).containsExactly("/vms/100");
    assertThat(paths("nobody@pve")).isEmpty();
    assertThat(as("eve@pve").get("/access/permissions", "userid", "bob@pve").reason())
        .isEqualTo("Permission check failed (/access, Sys.Audit)");
  }

  @Test
  void permissionsNameThePathsAboveEachEntryToo() {
    allow("/", "users", "bob@pve", "PVEAuditor");
    allow("/mapping/pci/gpu", "users", "eve@pve", "PVEMappingUser");
    allow("/access/realm/pve", "users", "eve@pve", "PVEUserAdmin");
    assertThat(paths("eve@pve")).containsExactlyInAnyOrder("/access/realm/pve", "/mapping/pci/gpu");
    assertThat(paths("bob@pve"))
        .contains("/access/realm", "/access/realm/pve", "/mapping", "/mapping/pci")
        .contains("/mapping/pci/gpu")
        .doesNotContain("");
  }

  @Test
  void anEntryOfAUserOverridesThoseOfGroupsAndOfPathsAbove() {
    allow("/vms", "groups", "staff", "PVEVMUser");
    assertThat(mayRead(as("eve@pve"), 101)).isTrue();
    allow("/vms/101", "users", "eve@pve", "NoAccess");
    assertThat(mayRead(as("eve@pve"), 101)).isFalse();
    assertThat(mayRead(as("eve@pve"), 100)).isTrue();
  }

  @Test
  void anEntryWithoutPropagationAppliesToItsPathAlone() {
    api.put(
        "/access/acl", "path", "/vms", "users", "eve@pve", "roles", "PVEVMUser", "propagate", "0");
    assertThat(api.get("/access/permissions", "userid", "eve@pve").object())
        .containsOnlyKeys("/vms");
    assertThat(mayRead(as("eve@pve"), 100)).isFalse();
  }

  @Test
  void aPoolGivesItsRolesOnItsMembers() {
    allow("/pool/prod", "users", "eve@pve", "PVEVMUser");
    assertThat(mayRead(as("eve@pve"), 100)).isTrue();
    assertThat(mayRead(as("eve@pve"), 101)).isFalse();
    allow("/pool/prod", "users", "bob@pve", "PVEPoolUser");
    assertThat(mayRead(as("bob@pve"), 100)).isFalse();
    allow("/vms/100", "users", "eve@pve", "NoAccess");
    assertThat(mayRead(as("eve@pve"), 100)).isFalse();
  }

  @Test
  void rootExistsEvenAfterItsDeletion() {
    assertThat(api.delete("/access/users/root@pam").status()).isEqualTo(200);
    assertThat(api.get("/access/users/root@pam").object()).containsEntry("enable", 1L);
  }

  @Test
  void aSeparatedTokenHasOnlyPrivilegesThatItsOwnerHasToo() {
    Object secret =
        api.post("/access/users/eve@pve/token/ci", "privsep", "1").object().get("value");
    ApiProbe token = ApiProbe.withToken(pve, "eve@pve!ci=" + secret);
    allow("/vms", "tokens", "eve@pve!ci", "PVEVMAdmin");
    assertThat(mayRead(token, 100)).isFalse();
    allow("/vms/100", "users", "eve@pve", "PVEVMUser");
    assertThat(mayRead(token, 100)).isTrue();
    assertThat(token.delete("/nodes/pve1/qemu/100").reason())
        .isEqualTo("Permission check failed (/vms/100, VM.Allocate)");
    assertThat(
            api.put("/access/users/eve@pve/token/ci", "privsep", "0", "regenerate", "1").object())
        .containsKeys("value", "full-tokenid");
    assertThat(token.get("/version").reason()).isEqualTo("Authentication failed!");
  }

  @Test
  void disabledAndExpiredUsersAndTokensAreRefused() {
    ApiProbe eve = as("eve@pve");
    Object secret = api.post("/access/users/eve@pve/token/ci", "expire", "1").object().get("value");
    assertThat(ApiProbe.withToken(pve, "eve@pve!ci=" + secret).get("/version").status())
        .isEqualTo(401);
    assertThat(eve.get("/version").status()).isEqualTo(200);
    api.put("/access/users/eve@pve", "enable", "0");
    assertThat(eve.get("/version").status()).isEqualTo(401);
    api.put("/access/users/eve@pve", "enable", "1", "expire", "1");
    assertThat(eve.get("/version").status()).isEqualTo(401);
  }

  @Test
  void aTokenOfRootIsNotRoot() {
    ApiProbe token = ApiProbe.of(pve);
    assertThat(token.delete("/cluster/acme/account/none").reason())
        .isEqualTo("Permission check failed (user != root@pam)");
    assertThat(api.delete("/cluster/acme/account/none").status()).isEqualTo(400);
  }

  @Test
  void rightsOverUsersFollowGroupsAndRealms() {
    allow("/access/groups/staff", "users", "bob@pve", "PVEUserAdmin");
    ApiProbe bob = as("bob@pve");
    assertThat(bob.put("/access/users/eve@pve", "comment", "c", "groups", "staff").status())
        .isEqualTo(200);
    assertThat(bob.put("/access/users/eve@pve", "comment", "c").reason())
        .isEqualTo("Permission check failed (/access/groups, User.Modify)");
    assertThat(bob.post("/access/users", "userid", "new@pve", "groups", "staff").reason())
        .isEqualTo("Permission check failed (/access/realm/pve, Realm.AllocateUser)");
    assertThat(bob.get("/access/users").list()).hasSize(2);
    assertThat(bob.get("/access/users/none@pve").reason()).isEqualTo("no such user ('none@pve')");
  }

  @Test
  void aCallerWhoDoesNotModifyPermissionsGivesOnlyOwnPrivileges() {
    allow("/vms/100", "users", "bob@pve", "PVEVMAdmin");
    ApiProbe bob = as("bob@pve");
    assertThat(
            bob.put("/access/acl", "path", "/vms/100", "users", "eve@pve", "roles", "PVEVMUser")
                .status())
        .isEqualTo(200);
    assertThat(
            bob.put("/access/acl", "path", "/vms/100", "users", "eve@pve", "roles", "Administrator")
                .body())
        .contains("Cannot add role 'Administrator' - requires 'Permissions.Modify'");
    assertThat(
            bob.put("/access/acl", "path", "/vms/101", "users", "eve@pve", "roles", "PVEVMUser")
                .reason())
        .isEqualTo("Permission check failed (/vms/101, Permissions.Modify|VM.Allocate)");
  }

  @Test
  void entriesAreCheckedAndListed() {
    assertThat(api.put("/access/acl", "path", "/", "roles", "NoAccess").errors()).hasSize(3);
    assertThat(
            api.put("/access/acl", "path", "/other", "users", "eve@pve", "roles", "NoAccess")
                .errors())
        .containsEntry("path", "invalid ACL path '/other'");
    assertThat(api.put("/access/acl", "path", "/", "users", "no@pve", "roles", "NoAccess").reason())
        .isEqualTo("ACL update failed: user 'no@pve' does not exist");
    allow("/storage//local/", "users", "eve@pve", "PVEDatastoreUser");
    assertThat(api.get("/access/acl").list())
        .contains(
            Map.of(
                "path",
                "/storage/local",
                "type",
                "user",
                "ugid",
                "eve@pve",
                "roleid",
                "PVEDatastoreUser",
                "propagate",
                1L));
    api.delete("/access/users/eve@pve");
    assertThat(api.get("/access/acl").body()).doesNotContain("eve@pve");
  }

  @Test
  void builtInRolesCannotBeChanged() {
    assertThat(api.put("/access/roles/PVEAuditor", "privs", "VM.Audit").reason())
        .isEqualTo("auto-generated role 'PVEAuditor' cannot be modified");
    assertThat(api.delete("/access/roles/NoAccess").reason())
        .isEqualTo("auto-generated role 'NoAccess' cannot be deleted");
    assertThat(api.post("/access/roles", "roleid", "pveMine").errors()).containsKey("roleid");
    assertThat(api.get("/access/roles/PVEAdmin").object()).hasSize(40);
  }

  @Test
  void aSecondFactorIsAskedForAndCheckedOnce() {
    String code = OneTimePassword.at(SECRET, Instant.now());
    String uri = "otpauth://totp/eve?secret=" + SECRET;
    assertThat(
            api.post(
                    "/access/tfa/eve@pve",
                    "type",
                    "totp",
                    "description",
                    "d",
                    "totp",
                    uri,
                    "value",
                    "000000x")
                .reason())
        .isEqualTo("failed to verify TOTP challenge");
    api.post("/access/tfa/eve@pve", "type", "totp", "description", "d", "totp", uri, "value", code);
    List<?> keys =
        JsonCodec.array(
            api.post("/access/tfa/eve@pve", "type", "recovery").object().get("recovery"));
    assertThat(keys).hasSize(10);
    assertThat(api.get("/access/tfa").row(0)).containsEntry("userid", "eve@pve");

    ApiProbe nobody = new ApiProbe(pve.handler(), List.of());
    Map<String, ?> first =
        nobody.post("/access/ticket", "username", "eve@pve", "password", PASSWORD).object();
    assertThat(first.get("NeedTFA")).isEqualTo(1L);
    assertThat(first.get("cap")).isNull();
    assertThat(first.get("clustername")).isNull();
    allow("/", "users", "eve@pve", "PVEAuditor");
    assertThat(nobody.post("/access/ticket", "username", "eve@pve", "password", PASSWORD).object())
        .containsKeys("NeedTFA", "clustername");
    String challenge = String.valueOf(first.get("ticket"));
    assertThat(answer(nobody, challenge, "totp:000000x")).isEqualTo(401);
    assertThat(answer(nobody, challenge, "totp:" + code)).isEqualTo(200);
    assertThat(answer(nobody, challenge, "totp:" + code)).isEqualTo(401);
    assertThat(answer(nobody, challenge, "recovery:" + keys.get(0))).isEqualTo(200);
    assertThat(answer(nobody, challenge, "recovery:" + keys.get(0))).isEqualTo(401);
    for (int i = 0; i < 8; i++) {
      answer(nobody, challenge, "totp:000000x");
    }
    assertThat(api.get("/access/tfa").row(0)).containsEntry("totp-locked", 1L);
    assertThat(api.put("/access/users/eve@pve/unlock-tfa").text()).isEqualTo("1");
    assertThat(api.put("/access/users/eve@pve/unlock-tfa").text()).isEqualTo("0");
  }

  private static int answer(ApiProbe nobody, String challenge, String response) {
    return nobody
        .post(
            "/access/ticket",
            "username",
            "eve@pve",
            "password",
            response,
            "tfa-challenge",
            challenge)
        .status();
  }

  @Test
  void usersChangeTheirPasswordWithTheOldOne() {
    ApiProbe eve = as("eve@pve");
    String path = "/access/password";
    assertThat(eve.put(path, "userid", "eve@pve", "password", "password-2").errors())
        .containsOnlyKeys("confirmation-password");
    assertThat(
            eve.put(
                    path,
                    "userid",
                    "eve@pve",
                    "password",
                    "password-2",
                    "confirmation-password",
                    "wrong")
                .reason())
        .isEqualTo("invalid credentials");
    assertThat(
            eve.put(
                    path,
                    "userid",
                    "eve@pve",
                    "password",
                    "password-2",
                    "confirmation-password",
                    PASSWORD)
                .status())
        .isEqualTo(200);
    assertThat(
            new ApiProbe(pve.handler(), List.of())
                .post("/access/ticket", "username", "eve@pve", "password", "password-2")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aRealmIsSynchronizedFromTheDirectoryOfTheEstate() {
    assertThat(
            api.post("/access/domains", "realm", "pve", "type", "ldap", "server1", "192.0.2.1")
                .reason())
        .isEqualTo("add auth server failed: domain 'pve' already exists");
    api.post(
        "/access/domains",
        "realm",
        "corp",
        "type",
        "ldap",
        "server1",
        "192.0.2.1",
        "base_dn",
        "dc=a",
        "user_attr",
        "uid");
    assertThat(api.put("/access/domains/corp", "password", "bind-1", "default", "1").status())
        .isEqualTo(200);
    assertThat(api.get("/access/domains/corp").body()).doesNotContain("bind-1");
    assertThat(api.put("/access/domains/corp", "delete", "password,default").status())
        .isEqualTo(200);
    assertThat(api.get("/access/domains/corp").object()).doesNotContainKey("default");
    assertThat(api.put("/access/domains/corp").reason())
        .isEqualTo("update auth server failed: no options specified");
    api.post("/access/users", "userid", "old@corp");
    ApiProbe.Response task =
        api.post("/access/domains/corp/sync", "scope", "both", "remove-vanished", "entry;acl");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    assertThat(api.get("/access/users/eve@corp").object())
        .containsEntry("email", "eve@example.com")
        .containsEntry("groups", List.of("staff-corp"));
    assertThat(api.get("/access/users/old@corp").status()).isEqualTo(500);
    assertThat(api.post("/access/domains/pam/sync", "scope", "both").reason())
        .isEqualTo("Cannot sync realm type 'pam'! Only LDAP/AD realms can be synced.");
  }

  @Test
  void aUserLogsInThroughOpenId() {
    api.post(
        "/access/domains",
        "realm",
        "sso",
        "type",
        "openid",
        "issuer-url",
        "https://sso.example.com",
        "client-id",
        "pve",
        "autocreate",
        "1",
        "groups-claim",
        "roles",
        "groups-autocreate",
        "1");
    ApiProbe nobody = new ApiProbe(pve.handler(), List.of());
    String url =
        nobody
            .post("/access/openid/auth-url", "realm", "sso", "redirect-url", "https://pve1")
            .text();
    String state = url.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    assertThat(openId(nobody, state, "wrong").status()).isEqualTo(401);
    assertThat(openId(nobody, state, "c1").object()).containsEntry("username", "jo@sso");
    assertThat(openId(nobody, state, "c1").status()).isEqualTo(401);
    assertThat(api.get("/access/users/jo@sso").object())
        .containsEntry("groups", List.of("ops-sso"));
  }

  private static ApiProbe.Response openId(ApiProbe nobody, String state, String code) {
    return nobody.post(
        "/access/openid/login", "state", state, "code", code, "redirect-url", "https://pve1");
  }
}
