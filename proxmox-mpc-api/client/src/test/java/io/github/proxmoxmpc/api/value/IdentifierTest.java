package io.github.proxmoxmpc.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.identifier.FirewallAliasName;
import io.github.proxmoxmpc.api.rest.identifier.IpSetName;
import io.github.proxmoxmpc.api.rest.identifier.ReplicationJobId;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageContentEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  @Test
  void aTextThatBreaksTheRuleIsRefusedWithTheRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NodeName.of("pve 1"))
        .withMessageContaining("'pve 1' is not a valid node name")
        .withMessageContaining("rule: ");
    assertThatIllegalArgumentException().isThrownBy(() -> UserId.of("root"));
    assertThatIllegalArgumentException().isThrownBy(() -> FirewallAliasName.of("1st"));
  }

  @Test
  void identifiersFromTheServerAreAcceptedUnchecked() {
    assertThat(NodeName.read("old name").value()).isEqualTo("old name");
  }

  @Test
  void twoKindsOfNamesAreNeverEqual() {
    assertThat((Object) FirewallAliasName.of("web")).isNotEqualTo(IpSetName.of("web"));
    assertThat(IpSetName.of("web")).isEqualTo(IpSetName.read("web")).hasToString("web");
    assertThat(IpSetName.of("aa")).isLessThan(IpSetName.of("ab"));
  }

  @Test
  void aUserHasANameAndARealm() {
    UserId user = UserId.of("jane@corp@ldap");
    assertThat(user.name()).isEqualTo("jane@corp");
    assertThat(user.realm()).isEqualTo(RealmId.of("ldap"));
    assertThat(UserId.read("root").name()).isEqualTo("root");
    assertThat(UserId.read("a@b").realm()).isEqualTo(RealmId.read("b"));
    assertThat(UserId.read("root").realm()).isNull();
  }

  @Test
  void theLengthOfAUserIdIsThatOfTheServer() {
    String longest = "a".repeat(60) + "@pve";
    assertThat(UserId.of(longest)).hasToString(longest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserId.of("a" + longest))
        .withMessageContaining("64 characters at most");
  }

  @Test
  void aMessageAndItsArticleReadAsOneSentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReplicationJobId.of("x"))
        .withMessageStartingWith("'x' is not a valid name of a replication job (rule: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+100", "٢٠٠", "0100", "99", "1000000000", "", " 100", "100\n", "-100"})
  void textThatTheServerDoesNotAcceptAsAGuestIdIsRejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> VmId.of(text));
  }

  @Test
  void guestIdsAreEqualAndOrderedByNumber() {
    assertThat(VmId.of("100")).isEqualTo(VmId.of(100)).hasToString("100");
    assertThat(VmId.of(100)).isLessThan(VmId.of(101));
    assertThatIllegalArgumentException().isThrownBy(() -> VmId.of(99));
  }

  @Test
  void aVolumeMayHaveAGuestIdThatIsInvalidToday() {
    StorageContentEntry volume =
        new StorageContentEntry(
            (JsonObject) JsonValue.parse("{\"volid\":\"local:vm-9-disk-0\",\"vmid\":9}"));
    assertThat(volume.vmid()).isEqualTo(VmId.read("9"));
  }

  @Test
  void aGuestIdFromTheServerIsReadAsANumberOrAText() {
    assertThat(VmId.read(9)).isEqualTo(VmId.read("9"));
    for (long none : new long[] {-1, 2_147_483_648L}) {
      assertThatIllegalArgumentException().isThrownBy(() -> VmId.read(none));
      assertThatIllegalArgumentException().isThrownBy(() -> VmId.read(Long.toString(none)));
    }
  }

  @Test
  void aTokenHasAUserAndAName() {
    TokenId token = TokenId.of("ci@pve!build");
    assertThat(token.user()).isEqualTo(UserId.of("ci@pve"));
    assertThat(token.name()).isEqualTo(TokenName.of("build"));
    assertThat(TokenId.of(token.user(), token.name())).isEqualTo(token);
  }

  @Test
  void aVolumeHasAStorage() {
    assertThat(VolumeId.of("local-lvm:vm-100-disk-0").storage())
        .isEqualTo(StorageId.of("local-lvm"));
    assertThat(VolumeId.of("nas:iso/a:b.iso").storage()).isEqualTo(StorageId.of("nas"));
    assertThat(VolumeId.read("none").storage()).isNull();
  }

  @Test
  void aUpidNamesAUserOrAToken() {
    Upid byUser = Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:root@pam:");
    assertThat(byUser.user()).isEqualTo(UserId.of("root@pam"));
    assertThat(byUser.token()).isNull();
    Upid byToken = Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:ci@pve!build:");
    assertThat(byToken.user()).isEqualTo(UserId.of("ci@pve"));
    assertThat(byToken.token()).isEqualTo(TokenId.of("ci@pve!build"));
    Upid loud = Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:a!b@pve:");
    assertThat(loud.user()).isEqualTo(UserId.read("a!b@pve"));
    assertThat(loud.token()).isNull();
  }
}
