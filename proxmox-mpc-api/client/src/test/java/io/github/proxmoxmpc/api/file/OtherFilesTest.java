package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.file.AccessRecord.Acl;
import io.github.proxmoxmpc.api.file.AccessRecord.Pool;
import io.github.proxmoxmpc.api.file.AccessRecord.User;
import io.github.proxmoxmpc.api.file.FirewallFile.Alias;
import io.github.proxmoxmpc.api.file.FirewallFile.IpSet;
import io.github.proxmoxmpc.api.file.FirewallFile.Member;
import io.github.proxmoxmpc.api.rest.result.FirewallRuleInfo;
import io.github.proxmoxmpc.api.rest.storage.StorageItem;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.RoleId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of sections, of users, of the firewall, of corosync. */
class OtherFilesTest {
  @Test
  void aSectionBecomesTheResultOfItsOperation() {
    SectionFile file =
        SectionFile.parse(
            "# by hand\ndir: local\n\tpath /var/lib/vz\n\tshared 0\n\n\nnfs: nas \n  server a\n");
    StorageItem local = new StorageItem(file.find("local").orElseThrow().json("storage"));
    assertThat(local.storage()).isEqualTo(StorageId.of("local"));
    assertThat(local.path()).isEqualTo("/var/lib/vz");
    assertThat(local.shared()).isFalse();
    assertThat(file.sections()).extracting(Section::type).containsExactly("dir", "nfs");
    assertThat(file.find("absent")).isEmpty();
  }

  @Test
  void aKeyWithoutAValueIsTrue() {
    String text = "dir: local\n\tdisable\n\tpath /x\n\tshared  \n\tmkdir 0\n";
    SectionFile file = SectionFile.parse(text);
    StorageItem local = new StorageItem(file.sections().get(0).json("storage"));
    assertThat(local.disable()).isTrue();
    assertThat(local.shared()).isTrue();
    assertThat(local.mkdir()).isFalse();
    assertThat(file.sections().get(0).get("disable")).isEmpty();
    assertThat(file.text()).isEqualTo(text);
  }

  @Test
  void aTextKeyWithoutAValueIsOneInJsonAndEmptyOtherwise() {
    Section section = SectionFile.parse("dir: local\n\tpath\n").sections().get(0);
    assertThat(new StorageItem(section.json("storage")).path()).isEqualTo("1");
    assertThat(section.get("path")).isEmpty();
  }

  @Test
  void aHeadingWithoutAnEmptyLineBeforeItStartsNoSection() {
    SectionFile file = SectionFile.parse("dir: a\n\tpath /a\ndir: b\n\tpath /b\n");
    assertThat(file.sections()).hasSize(1);
    assertThat(file.sections().get(0).all("path")).containsExactly("/a", "/b");
    assertThat(file.sections().get(0).get("path")).isEqualTo("/a");
  }

  @Test
  void usersPoolsAndGrantsAreRecords() {
    AccessFile file =
        AccessFile.parse(
            "user:a@pve:1:0:A:%C3%9F:a@example.com:c%3A1:x:\n"
                + "pool:prod:c:100,what,101:local:\n"
                + "pool:no good:c:::\n"
                + "acl:1:/vms:@g,a@pve!t:R1,R2:\n"
                + "rubbish\n");
    assertThat(file.lines())
        .filteredOn(Line.Unread.class::isInstance)
        .hasToString(
            "[Unread[a pool whose id or time is invalid], "
                + "Unread[not a user, group, token, role, pool or acl]]");
    assertThat(file.records(User.class))
        .containsExactly(
            new User(
                UserId.of("a@pve"), true, null, "A", "ß", "a@example.com", "c:1", Secret.of("x")));
    assertThat(file.records(Pool.class))
        .containsExactly(
            new Pool(
                PoolId.of("prod"),
                "c",
                List.of(VmId.of(100), VmId.of(101)),
                List.of(StorageId.of("local"))));
    assertThat(file.records(Acl.class))
        .containsExactly(
            new Acl(
                true, "/vms", List.of("@g", "a@pve!t"), List.of(RoleId.of("R1"), RoleId.of("R2"))));
  }

  @Test
  void aFirewallRuleIsReadWithMacroOptionsAndComment() {
    FirewallFile file =
        FirewallFile.parse(
            "[OPTIONS]\nenable: 1\n[RULES]\n"
                + "|IN SSH(ACCEPT) -i net0 -source +dc/admins  -log nolog # from # home\n"
                + "GROUP web -i net1\nIN ACCEPT -what x\n");
    assertThat(file.rules()).hasSize(2);
    FirewallRuleInfo rule = new FirewallRuleInfo(file.rules().get(0).json(0));
    assertThat(rule.enable()).isFalse();
    assertThat(rule.type()).isEqualTo("in");
    assertThat(rule.macro()).isEqualTo("SSH");
    assertThat(rule.action()).isEqualTo("ACCEPT");
    assertThat(rule.iface()).isEqualTo("net0");
    assertThat(rule.source()).isEqualTo("+dc/admins");
    assertThat(rule.comment()).isEqualTo("from # home");
    assertThat(file.rules().get(1).action()).isEqualTo("web");
    assertThat(file.options().toString()).isEqualTo("{\"enable\":\"1\"}");
  }

  @Test
  void aliasesSetsAndGroupsOfTheFirewallAreRead() {
    FirewallFile file =
        FirewallFile.parse(
            "[ALIASES]\nGw 192.0.2.1 # way out\n[IPSET Admin] # who\n! 10.0.0.1\n10.0.0.2 \t\ndc/gw#x\n"
                + "[group Web]\nIN ACCEPT\n");
    assertThat(file.aliases()).containsExactly(new Alias("Gw", "192.0.2.1", "way out"));
    assertThat(file.ipSets())
        .containsExactly(
            new IpSet(
                "admin",
                "who",
                List.of(
                    new Member("10.0.0.1", true, null),
                    new Member("10.0.0.2", false, null),
                    new Member("dc/gw", false, "x"))));
    assertThat(file.groups()).containsOnlyKeys("web");
  }

  @Test
  void aRuleThatTheServerSkipsIsUnread() {
    FirewallFile file =
        FirewallFile.parse(
            "[RULES]\nIN ACCEPT -p  tcp\n| IN DROP\nIN DROP -log loud\nGROUP web -p tcp\n"
                + "GROUP web(DROP)\nOUT Ping(DROP)   -log info\n[ALIASES]\ngw  192.0.2.1\n");
    assertThat(file.rules()).extracting(FirewallRule::action).containsExactly("web(DROP)", "DROP");
    assertThat(file.rules()).extracting(FirewallRule::macro).containsExactly(null, "Ping");
    assertThat(file.aliases()).isEmpty();
  }

  @Test
  void corosyncFilesAreConvertedLikeOnTheServer() {
    String text =
        "totem { # of rings\n  interface {\n    linknumber: 1 # the slow one\n    knet_link_priority: 5\n"
            + "  } # end\n  interface {\n    ringnumber: 0\n  }\n}\n"
            + "nodelist {\n  node {\n    ring0_addr: a\n  }\n}\n";
    CorosyncFile file = CorosyncFile.parse(text);
    assertThat(file.json())
        .hasToString(
            "{\"totem\":{\"interface\":{\"1\":{\"linknumber\":\"1\",\"knet_link_priority\":\"5\"},"
                + "\"0\":{\"ringnumber\":\"0\"}}},\"nodelist\":{\"node\":[{\"ring0_addr\":\"a\"}]}}");
    assertThat(file.text()).isEqualTo(text);
  }

  @Test
  void aLineWhoseNameBreaksTheRuleIsSkipped() {
    AccessFile file =
        AccessFile.parse(
            "user:no blank@pve:1:0:::::\nuser:nobody:1:0:::::\nuser:a@pve:1:0:::::\n"
                + "group:two words::\ngroup:ops:a@pve,stray,b@pve:\n"
                + "token:a@pve:0:1::\ntoken:a@pve!ci:0:1::\nrole:no good:VM.Audit:\nrole:R:VM.Audit:\n");
    assertThat(file.records(AccessRecord.class)).hasSize(4);
    assertThat(file.records(AccessRecord.Group.class).get(0).users())
        .containsExactly(UserId.of("a@pve"), UserId.of("b@pve"));
  }

  @Test
  void anInvalidTimeIsSkipped() {
    AccessFile file =
        AccessFile.parse(
            "user:a@pve:1:99999999999999999:::::\nuser:b@pve:1:-5:::::\nuser:c@pve:1:253402300799:::::\n");
    assertThat(file.records(User.class))
        .extracting(User::userId)
        .containsExactly(UserId.of("c@pve"));
  }

  @Test
  void corosyncSectionsOfTheSameNameBecomeAList() {
    assertThat(
            CorosyncFile.parse(
                    "nodelist {\n  node {\n    name: a\n  }\n  node {\n    name: b\n  }\n}\n")
                .json()
                .toString())
        .isEqualTo("{\"nodelist\":{\"node\":[{\"name\":\"a\"},{\"name\":\"b\"}]}}");
  }
}
