package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The configuration that remains after users, groups, roles and realms are removed or emptied. */
class AccessCleanupTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              TestEstates.operations()
                  .data(
                      "/access/domains/corp/sync",
                      "{\"users\": {\"eve\": {\"email\": \"eve@example.com\"}},"
                          + " \"groups\": {\"staff\": [\"eve\"]}}")
                  .data("/access/domains/empty/sync", "{\"users\": {}, \"groups\": {}}")
                  .build())
          .resetBeforeEach();

  private ApiProbe api;

  @BeforeEach
  void createUser(ProxmoxSimulator simulator) {
    api = ApiProbe.asRoot(simulator);
    api.post("/access/users", "userid", "eve@pve");
  }

  private void createRealm(String realm) {
    String[] parameters = {
      "realm", realm, "type", "ldap", "server1", "192.0.2.1", "base_dn", "dc=a", "user_attr", "uid"
    };
    assertThat(api.post("/access/domains", parameters).status()).isEqualTo(200);
  }

  private void allow(String path, String kind, String id, String role) {
    assertThat(api.put("/access/acl", "path", path, kind, id, "roles", role).status())
        .isEqualTo(200);
  }

  @Test
  void theEntriesOfARemovedRoleDoNotReturnWithARoleOfTheSameName() {
    api.post("/access/roles", "roleid", "Reader", "privs", "VM.Audit");
    allow("/vms", "users", "eve@pve", "Reader");
    api.delete("/access/roles/Reader");
    assertThat(api.get("/access/acl").body()).doesNotContain("Reader");
    api.post("/access/roles", "roleid", "Reader", "privs", "VM.Audit");
    assertThat(api.get("/access/permissions", "userid", "eve@pve").object()).isEmpty();
  }

  @Test
  void theTokensOfAUserWhoVanishedFromTheDirectoryDoNotReturn() {
    createRealm("empty");
    api.post("/access/users", "userid", "old@empty");
    api.post("/access/users/old@empty/token/ci", "privsep", "1");
    allow("/vms", "tokens", "old@empty!ci", "PVEAuditor");
    ApiProbe.Response task =
        api.post("/access/domains/empty/sync", "scope", "users", "remove-vanished", "entry");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    assertThat(api.get("/access/acl").body()).doesNotContain("old@empty");
    api.post("/access/users", "userid", "old@empty");
    assertThat(api.get("/access/users/old@empty/token").list()).isEmpty();
  }

  @Test
  void aSynchronizationThatRemovesPropertiesReplacesGroups() {
    createRealm("corp");
    api.post("/access/groups", "groupid", "staff-corp", "comment", "mine");
    api.exitOf(api.post("/access/domains/corp/sync", "scope", "both"));
    assertThat(api.get("/access/groups/staff-corp").object()).containsEntry("comment", "mine");
    api.exitOf(
        api.post("/access/domains/corp/sync", "scope", "both", "remove-vanished", "properties"));
    assertThat(api.get("/access/groups/staff-corp").object())
        .doesNotContainKey("comment")
        .containsEntry("members", List.of("eve@corp"));
  }

  @Test
  void anEmptyCommentOfAGroupIsNotStored() {
    api.post("/access/groups", "groupid", "staff", "comment", "c");
    // A form cannot send an empty value: the server reads it as missing.
    api.put("/access/groups/staff", "comment", "");
    assertThat(api.get("/access/groups/staff").object()).containsEntry("comment", "c");
    assertThat(api.putJson("/access/groups/staff", "{\"comment\": \"\"}").status()).isEqualTo(200);
    assertThat(api.get("/access/groups/staff").object()).doesNotContainKey("comment");
    assertThat(api.get("/access/groups").row(0)).doesNotContainKey("comment");
  }

  @Test
  void aDryRunOfASynchronizationChangesNothing() {
    createRealm("corp");
    ApiProbe.Response task = api.post("/access/domains/corp/sync", "scope", "both", "dry-run", "1");
    assertThat(api.exitOf(task)).isEqualTo("OK");
    assertThat(api.get("/access/users/eve@corp").status()).isEqualTo(500);
    assertThat(log(task))
        .contains(
            "(dry test run) starting sync for realm corp",
            "got data from server, updating users and groups",
            "NOTE: Dry test run, changes were NOT written to the configuration.");
    assertThat(log(api.post("/access/domains/corp/sync", "scope", "users")))
        .contains("successfully updated users configuration");
  }

  private String log(ApiProbe.Response task) {
    String node = task.text().split(":", -1)[1];
    return api.get("/nodes/" + node + "/tasks/" + task.text() + "/log").body();
  }

  @Test
  void removingARealmThatDoesNotExistFailsInOtherWordsThanReadingIt() {
    assertThat(api.get("/access/domains/none").reason()).isEqualTo("domain 'none' does not exist");
    assertThat(api.delete("/access/domains/none").reason())
        .isEqualTo("delete auth server failed: authentication domain 'none' does not exist");
  }
}
