package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.rest.cluster.backup.BackupJob;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaResourcesSid;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaRulesRule;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsSmtpName;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsWebhookName;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsMatchersName;
import io.github.proxmoxmpc.api.rest.cluster.options.Options;
import io.github.proxmoxmpc.api.rest.cluster.replication.ReplicationId;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabric;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricNode;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsSubnet;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnZone;
import io.github.proxmoxmpc.api.rest.storage.StorageItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sections have the form in which the handlers of the API answer them. */
class SectionFileTest {
  private static Section section(String text) {
    return SectionFile.parse(text).sections().get(0);
  }

  @Test
  @Tag("R03")
  void dhcpRangesOfASubnetAreAListOfRanges() {
    SdnVnetsSubnetsSubnet subnet =
        new SdnVnetsSubnetsSubnet(
            section(
                    "subnet: zone1-10.0.0.0-24\n\tvnet vnet1\n"
                        + "\tdhcp-range start-address=10.0.0.50,end-address=10.0.0.200\n"
                        + "\tdhcp-range kitty\n")
                .json("subnet"));
    assertThat(subnet.dhcpRange())
        .singleElement()
        .satisfies(
            range -> {
              assertThat(range.startAddress()).isEqualTo("10.0.0.50");
              assertThat(range.endAddress()).isEqualTo("10.0.0.200");
            });
    assertThat(subnet.zone()).hasToString("zone1");
    assertThat(subnet.raw().toString())
        .contains("\"cidr\":\"10.0.0.0/24\"", "\"network\":\"10.0.0.0\"", "\"mask\":\"24\"");
  }

  @Test
  @Tag("R03")
  void contentDirectoriesOfAStorageAreAnObject() {
    StorageItem storage =
        new StorageItem(
            section("dir: local\n\tpath /x\n\tcontent-dirs iso=media/iso,vztmpl=t\n")
                .json("storage"));
    assertThat(storage.contentDirs()).isNotNull();
    assertThat(storage.raw().get("content-dirs"))
        .hasToString("{\"iso\":\"media/iso\",\"vztmpl\":\"t\"}");
  }

  @Test
  @Tag("R03")
  void listsOfNotificationsAreLists() {
    NotificationsEndpointsSmtpName smtp =
        new NotificationsEndpointsSmtpName(
            section("smtp: s\n\tmailto a@example.com\n\tmailto-user root@pam\n").json("name"));
    assertThat(smtp.mailto()).containsExactly("a@example.com");
    assertThat(smtp.mailtoUser()).hasSize(1);
    NotificationsMatchersName matcher =
        new NotificationsMatchersName(
            section(
                    "matcher: m\n\tmatch-field exact:type=fencing\n\tmatch-field exact:hostname=a\n"
                        + "\ttarget s\n\tmatch-severity error\n\tmatch-calendar mon 8-12\n")
                .json("name"));
    assertThat(matcher.matchField()).containsExactly("exact:type=fencing", "exact:hostname=a");
    assertThat(matcher.target()).hasSize(1);
    assertThat(matcher.matchSeverity()).containsExactly("error");
    assertThat(matcher.matchCalendar()).containsExactly("mon 8-12");
    NotificationsEndpointsWebhookName webhook =
        new NotificationsEndpointsWebhookName(
            section("webhook: w\n\theader name=a,value=Yg==\n\tsecret name=s,value=Yg==\n")
                .json("name"));
    assertThat(webhook.header()).hasSize(1);
    assertThat(webhook.secret()).hasSize(1);
  }

  @Test
  @Tag("R03")
  void theFirstValueOfARepeatedKeyApplies() {
    StorageItem storage =
        new StorageItem(section("dir: a\n\tpath /a\n\tpath /b\n").json("storage"));
    assertThat(storage.path()).isEqualTo("/a");
  }

  @Test
  @Tag("R03")
  void listsOfJobsAndZonesAreLists() {
    BackupJob job =
        new BackupJob(section("vzdump: b\n\texclude-path /tmp\n\tmailto a@b.c,d@e.f\n").json("id"));
    assertThat(job.excludePath()).containsExactly("/tmp");
    assertThat(job.mailto()).hasSize(2);
    SdnZone zone = new SdnZone(section("evpn: z\n\tsecondary-controllers c2\n").json("zone"));
    assertThat(zone.secondaryControllers()).hasSize(1);
  }

  @Test
  @Tag("R03")
  void encodedCommentsAreDecoded() {
    assertThat(
            new HaRulesRule(section("node-affinity: r\n\tcomment a%3Ab\n").json("rule")).comment())
        .isEqualTo("a:b");
    assertThat(section("pam: pam\n\tcomment a%3Ab\n").json("realm").get("comment"))
        .hasToString("\"a:b\"");
  }

  @Test
  @Tag("R03")
  void theHeadingDeterminesTheIds() {
    assertThat(new HaResourcesSid(section("vm: 100\n").json("sid")).sid()).hasToString("vm:100");
    ReplicationId job = new ReplicationId(section("local: 100-1\n\ttarget pve2\n").json("id"));
    assertThat(job.guest()).hasToString("100");
    assertThat(job.jobnum()).isEqualTo(1);
    SdnFabric fabric =
        new SdnFabric(section("openfabric_fabric: fab1\n\tip_prefix 10.0.0.0/24\n").json("id"));
    assertThat(fabric.protocol()).hasToString("openfabric");
    SdnFabricNode node =
        new SdnFabricNode(
            section("ospf_node: fab1_pve1\n\tinterfaces name=ens18,ip=10.0.0.1/31\n")
                .json("node_id"));
    assertThat(node.fabricId()).hasToString("fab1");
    assertThat(node.nodeId()).hasToString("pve1");
    assertThat(node.interfaces()).hasSize(1);
  }

  @Test
  @Tag("R03")
  void optionsOfTheDatacenterHaveTheDefaultsOfTheServer() {
    Options options =
        new Options(
            OptionFile.datacenter(
                    "registered-tags: a;b\nconsole: applet\nmigration_unsecure: 1\ncrs: \n")
                .json());
    assertThat(options.registeredTags()).containsExactly("a", "b");
    assertThat(options.raw().toString())
        .contains("\"mac_prefix\":\"BC:24:11\"", "\"console\":\"html5\"")
        .contains("\"migration\":\"type=insecure\"")
        .doesNotContain("crs");
  }
}
