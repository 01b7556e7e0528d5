package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallTest {
  private static final String GUEST = "/nodes/pve1/qemu/100/firewall";

  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(
              Estate.builder().node("pve1").vm("pve1", 100, Map.of("name", "web")).build())
          .resetBeforeEach();

  private final ApiProbe api = ApiProbe.of(PVE.simulator());

  private List<Object> comments(String rules) {
    return api.get(rules).list().stream()
        .<Object>map(row -> ((Map<?, ?>) row).get("comment"))
        .toList();
  }

  private void rule(String comment) {
    assertThat(
            api.post(GUEST + "/rules", "type", "in", "action", "ACCEPT", "comment", comment)
                .status())
        .isEqualTo(200);
  }

  @Test
  void aNewRuleComesFirstAndIsDisabled() {
    rule("one");
    rule("two");
    assertThat(comments(GUEST + "/rules")).containsExactly("two", "one");
    assertThat(api.get(GUEST + "/rules").row(0))
        .containsEntry("enable", 0L)
        .containsEntry("pos", 0L);
    assertThat(api.get(GUEST + "/rules/1").object()).containsEntry("pos", "1");
  }

  @ParameterizedTest
  @CsvSource({"0,2,b a c d", "0,4,b c d a", "3,0,d a b c", "2,1,a c b d", "1,99,a c d b"})
  void aRuleMovesInFrontOfTheTarget(int from, int to, String expected) {
    List.of("d", "c", "b", "a").forEach(this::rule);
    api.put(GUEST + "/rules/" + from, "moveto", Integer.toString(to));
    assertThat(comments(GUEST + "/rules")).containsExactly((Object[]) expected.split(" "));
  }

  @Test
  void rulesAreRefusedInTheServersWords() {
    assertThat(api.post(GUEST + "/rules", "type", "in", "action", "NOPE").errors())
        .containsEntry("action", "unknown action 'NOPE'");
    assertThat(api.post(GUEST + "/rules", "type", "forward", "action", "ACCEPT").errors())
        .containsEntry("type", "invalid rule type 'forward' for rule_env 'vm'");
    assertThat(api.post(GUEST + "/rules", "type", "in", "action", "DROP", "dport", "22").errors())
        .containsEntry("proto", "missing property - 'dport' requires this property");
    assertThat(
            api.post(GUEST + "/rules", "type", "in", "action", "DROP", "source", "+dc/no").errors())
        .containsEntry("source", "no such ipset 'no'");
    assertThat(api.delete(GUEST + "/rules/9").reason()).isEqualTo("no rule at position 9");
    assertThat(api.get(GUEST + "/rules").list()).isEmpty();
  }

  @Test
  void theIpVersionFollowsFromTheAddresses() {
    api.post("/cluster/firewall/aliases", "name", "Gate", "cidr", "2001:db8::1");
    api.post(GUEST + "/rules", "type", "in", "action", "DROP", "source", "gate", "macro", "ssh");
    assertThat(api.get(GUEST + "/rules/0").object())
        .containsEntry("ipversion", 6L)
        .containsEntry("macro", "SSH");
    assertThat(api.put(GUEST + "/rules/0", "dest", "10.0.0.1").errors())
        .containsEntry("dest", "detected mixed ipv4/ipv6 addresses in rule");
  }

  @Test
  void aSetIsRenamedWithItsEntriesAndOnlyAnEmptyOneIsDeleted() {
    String sets = "/cluster/firewall/ipset";
    api.post(sets, "name", "hosts");
    api.post(sets + "/hosts", "cidr", "10.0.0.1/32", "nomatch", "1");
    assertThat(api.post(sets + "/hosts", "cidr", "10.0.0.1").errors())
        .containsEntry("cidr", "address '10.0.0.1' already exists");
    assertThat(api.post(sets, "name", "machines", "rename", "hosts").status()).isEqualTo(200);
    assertThat(api.get(sets + "/machines").row(0))
        .containsEntry("cidr", "10.0.0.1")
        .containsEntry("nomatch", 1L);
    assertThat(api.get(sets + "/hosts").reason()).isEqualTo("no such IPSet 'hosts'");
    assertThat(api.delete(sets + "/machines").reason()).isEqualTo("IPSet 'machines' is not empty");
    assertThat(api.delete(sets + "/machines", "force", "1").status()).isEqualTo(200);
    assertThat(api.get(sets).list()).isEmpty();
  }

  @Test
  void rulesFollowARenamedGroup() {
    String groups = "/cluster/firewall/groups";
    api.post(groups, "group", "web");
    api.post(groups + "/web", "type", "in", "action", "ACCEPT");
    api.post(GUEST + "/rules", "type", "group", "action", "web");
    api.post(groups, "group", "site", "rename", "web", "comment", "new");
    assertThat(api.get(groups).row(0))
        .containsEntry("group", "site")
        .containsEntry("comment", "new");
    assertThat(api.get(groups + "/site").list()).hasSize(1);
    assertThat(api.get(GUEST + "/rules/0").object()).containsEntry("action", "site");
    assertThat(api.delete(groups + "/site").reason())
        .isEqualTo("Security group 'site' is not empty");
  }

  @Test
  void aliasesIgnoreCaseAndKeepTheirSpelling() {
    String aliases = GUEST + "/aliases";
    api.post(aliases, "name", "Gate", "cidr", "10.0.0.1");
    assertThat(api.post(aliases, "name", "gate", "cidr", "10.0.0.2").errors())
        .containsEntry("name", "alias 'gate' already exists");
    assertThat(api.get(aliases + "/GATE").object())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("name", "Gate", "cidr", "10.0.0.1", "ipversion", 4L));
    api.put(aliases + "/gate", "cidr", "10.0.0.2", "rename", "Door");
    assertThat(api.get(aliases).row(0)).containsEntry("name", "Door").containsKey("digest");
    assertThat(api.get(aliases + "/gate").errors()).containsEntry("name", "no such alias");
  }

  @Test
  void referencesNameTheSetsAndAliasesOfTheGuestAndOfTheCluster() {
    api.post("/cluster/firewall/ipset", "name", "hosts");
    api.post(GUEST + "/aliases", "name", "gate", "cidr", "10.0.0.1", "comment", "c");
    assertThat(api.get(GUEST + "/refs").list())
        .containsExactly(
            Map.of("type", "ipset", "name", "hosts", "ref", "+hosts", "scope", "dc"),
            Map.of(
                "type", "alias", "name", "gate", "ref", "gate", "scope", "guest", "comment", "c"));
    assertThat(api.get("/cluster/firewall/refs", "type", "alias").list()).isEmpty();
  }

  @Test
  void unknownOptionsCannotBeDeletedAndAStaleDigestIsRefused() {
    String options = "/cluster/firewall/options";
    assertThat(api.get(options).object()).containsOnlyKeys("digest");
    api.put(options, "enable", "0", "policy_in", "DROP");
    assertThat(api.get(options).object())
        .containsEntry("enable", 0L)
        .containsEntry("policy_in", "DROP");
    assertThat(api.put(options, "delete", "kitty").errors())
        .containsEntry("delete", "no such option 'kitty'");
    assertThat(api.put(options, "enable", "1", "digest", "0".repeat(40)).reason())
        .startsWith("detected modified configuration");
  }
}
