package io.github.proxmoxmpc.api.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.proxmoxmpc.api.rest.identifier.FirewallAliasName;
import io.github.proxmoxmpc.api.rest.identifier.IpSetName;
import org.junit.jupiter.api.Test;

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
  void whatTheServerSentIsTakenAsItIs() {
    assertThat(NodeName.asSent("old name").value()).isEqualTo("old name");
  }

  @Test
  void twoKindsOfNamesAreNeverEqual() {
    assertThat((Object) FirewallAliasName.of("web")).isNotEqualTo(IpSetName.of("web"));
    assertThat(IpSetName.of("web")).isEqualTo(IpSetName.asSent("web")).hasToString("web");
    assertThat(IpSetName.of("aa")).isLessThan(IpSetName.of("ab"));
  }

  @Test
  void aUserHasANameAndARealm() {
    UserId user = UserId.of("jane@corp@ldap");
    assertThat(user.name()).isEqualTo("jane@corp");
    assertThat(user.realm()).isEqualTo(RealmId.of("ldap"));
    assertThat(UserId.asSent("root").name()).isEqualTo("root");
  }

  @Test
  void aTokenHasAUserAndAName() {
    TokenId token = TokenId.of("ci@pve!build");
    assertThat(token.user()).isEqualTo(UserId.of("ci@pve"));
    assertThat(token.name()).isEqualTo(TokenName.of("build"));
    assertThat(TokenId.of(token.user(), token.name())).isEqualTo(token);
  }
}
