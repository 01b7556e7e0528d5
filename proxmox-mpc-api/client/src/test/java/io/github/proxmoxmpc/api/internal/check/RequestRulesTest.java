package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.internal.rules.AgentRules;
import io.github.proxmoxmpc.api.internal.rules.BootOrderRules;
import io.github.proxmoxmpc.api.internal.rules.DiskRules;
import io.github.proxmoxmpc.api.internal.rules.HostPciRules;
import io.github.proxmoxmpc.api.internal.rules.NetworkDeviceRules;
import io.github.proxmoxmpc.api.internal.rules.PruneBackupsRules;
import io.github.proxmoxmpc.api.rest.enumeration.StorageType;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPostRequest;
import io.github.proxmoxmpc.api.rest.pools.PoolsGetRequest;
import io.github.proxmoxmpc.api.rest.storage.StoragePostRequest;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

  @Test
  void allFaultsAreReportedTogether() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                QemuPostRequest.builder(VmId.of(100))
                    .name("not a host name")
                    .memory(Memory.ofMebibytes(64))
                    .cores(0)
                    .with("vmid", "7")
                    .build());

    assertThat(refused.faults())
        .extracting(Fault::parameter)
        .containsExactlyInAnyOrder("vmid", "name", "cores");
    assertThat(refused)
        .hasMessageStartingWith("Cannot send POST /nodes/{node}/qemu: ")
        .hasMessageContaining("cores = '0': must be at least 1");
  }

  @Test
  void aMissingParameterAndOneThatNeedsAnotherAreFaults() {
    assertThatThrownBy(
            () ->
                RequestRules.of("PUT /pools", List.of(), Rule.string("poolid").required())
                    .check(Map.of()))
        .hasMessageContaining("poolid: is required and was not set");
    assertThatThrownBy(() -> PoolsGetRequest.builder().with("type", "qemu").build())
        .hasMessageContaining("type = 'qemu': needs 'poolid' to be set as well");
  }

  @Test
  void aNumberedParameterHasTheRuleOfItsKind() {
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("net[n]").maximumLength(3));

    assertThatThrownBy(() -> rules.check(Map.of("net12", List.of("long"))))
        .hasMessageContaining("net12 = 'long': must have at most 3 characters");
  }

  @Test
  void patternsMatchAsInPerl() {
    // m/^ide\\d+|sata\\d+$/: the alternation escapes the anchors, and a last line feed is let
    // through.
    ValueRule rule = Rule.string("x").pattern("ide\\d+|sata\\d+").named().value();

    assertThat(rule.fault("ide0 and more")).isNull();
    assertThat(rule.fault("more sata1\n")).isNull();
    assertThat(rule.fault("more ide0")).isNotNull();
  }

  @Test
  void aPropertyStringIsCheckedKeyByKey() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                QemuPostRequest.builder(VmId.of(100))
                    .net(0, NetworkDevice.virtio("vmbr0").toBuilder().mtu(70000).tag(0).build())
                    .net(1, NetworkDevice.parse("bridge=vmbr0,bridge=vmbr1,newer=1"))
                    .with("net2", "model=virtio,virtio=BC:24:11:00:00:01")
                    .with("scsi0", "local:1,iothread=1,model=x")
                    .with("ide0", "local:1,iothread=1,model=x")
                    .build());

    assertThat(refused.faults())
        .extracting(Fault::parameter)
        .containsExactlyInAnyOrder(
            "net0.mtu",
            "net0.tag",
            "net1.bridge",
            "net1.newer",
            "net1.model",
            "net2.virtio",
            "scsi0.model",
            "ide0.iothread");
    assertThat(refused)
        .hasMessageContaining("net0.mtu = '70000': must be at most 65520")
        .hasMessageContaining("net1.bridge = 'vmbr1': sets 'bridge' for the second time")
        .hasMessageContaining("net1.model: is required and was not set")
        .hasMessageContaining(
            "net1.newer = '1': is not one of the keys bridge, firewall, link_down");
    assertThatCode(
            () ->
                QemuPostRequest.builder(VmId.of(100))
                    .net(0, NetworkDevice.parse("virtio,,newer=1"))
                    .unchecked()
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void conflictingKeysAreRejected() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x", List.of(), Rule.string("keep").property(PruneBackupsRules.PRUNE_BACKUPS));
    assertThatThrownBy(() -> rules.check(Map.of("keep", List.of("keep-all=1,keep-last=2"))))
        .hasMessageContaining("keep.keep-all = '1': cannot be set together with the other keys");
    assertThatCode(() -> rules.check(Map.of("keep", List.of("keep-all=1,keep-last=0"))))
        .doesNotThrowAnyException();
  }

  @Test
  void allFaultsOfATextAreReportedWithoutFalseOnes() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x", List.of(), Rule.string("keep").property(PruneBackupsRules.PRUNE_BACKUPS));

    assertThat(faults(rules, Map.of("keep", List.of("keep-all=1,keep-last=2,keep-weekly=x"))))
        .containsExactlyInAnyOrder(
            "keep.keep-weekly = 'x': must be a whole number",
            "keep.keep-all = '1': cannot be set together with the other keys");
    assertThat(faults(rules, Map.of("keep", List.of("keep-all=1,keep-weekly=x"))))
        .as("it may be 0 that was meant")
        .containsExactly("keep.keep-weekly = 'x': must be a whole number");
    assertThat(faults(rules, Map.of("keep", List.of("keep-all=maybe,keep-last=2"))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("keep.keep-all = 'maybe': must be ");
  }

  @Test
  void aKeyWithoutAValueIsReportedOnlyOnce() {
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("net").property(NetworkDeviceRules.NET));
    assertThat(faults(rules, Map.of("net", List.of("model=,bridge=vmbr0"))))
        .containsExactly("net.model = '': has no value");
    assertThat(faults(rules, Map.of("net", List.of("virtio=,bridge=vmbr0"))))
        .containsExactly("net.virtio = '': has no value");
    assertThat(faults(rules, Map.of("net", List.of("bridge=vmbr0"))))
        .containsExactly("net.model: is required and was not set");
  }

  @Test
  void aMisplacedValueIsCheckedToo() {
    RequestRules rules =
        RequestRules.of(
            "POST /x",
            List.of(),
            Rule.string("other"),
            Rule.integer("count").minimum("1").requires("other"));
    assertThat(faults(rules, Map.of("count", List.of("0"))))
        .containsExactly(
            "count = '0': needs 'other' to be set as well", "count = '0': must be at least 1");
    assertThat(faults(rules, Map.of("count", List.of("3"))))
        .containsExactly("count = '3': needs 'other' to be set as well");
  }

  private static List<String> faults(RequestRules rules, Map<String, List<String>> values) {
    return catchThrowableOfType(InvalidRequestException.class, () -> rules.check(values))
        .faults()
        .stream()
        .map(Fault::toString)
        .toList();
  }

  @Test
  void aKeyThatIsTooNewIsReportedLikeAParameter() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x", List.of(), Rule.string("net[n]").property(NetworkDeviceRules.NET));
    assertThat(rules.needs(Map.of("net0", List.of("virtio,mtu=1400"))))
        .extracting(VersionRequirement::what)
        .containsExactly("'net0.mtu'");
  }

  @Test
  void anAliasOfAKeyHasItsOwnReleases() {
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("agent").property(AgentRules.AGENT));
    assertThat(rules.needs(Map.of("agent", List.of("1,freeze-fs-on-backup=0"))))
        .extracting(VersionRequirement::what, VersionRequirement::since)
        .containsExactly(tuple("'agent.freeze-fs-on-backup'", "7.3"));
    assertThat(rules.needs(Map.of("agent", List.of("1,freeze-fs=0"))))
        .extracting(
            VersionRequirement::what, VersionRequirement::since, VersionRequirement::instead)
        .containsExactly(tuple("'agent.freeze-fs'", "9.1", "'freeze-fs-on-backup'"));
    assertThat(rules.needs(Map.of("agent", List.of("1,guest-fsfreeze=0"))))
        .extracting(VersionRequirement::what, VersionRequirement::instead)
        .containsExactly(tuple("'agent.guest-fsfreeze'", null));
  }

  @Test
  void aValueThatIsTooNewIsReportedInAnySpelling() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x", List.of(), Rule.string("net[n]").property(NetworkDeviceRules.NET));
    for (String text : List.of("e1000e", "model=e1000e", "e1000e=BC:24:11:00:00:01")) {
      assertThat(rules.needs(Map.of("net0", List.of(text))))
          .as(text)
          .extracting(VersionRequirement::since)
          .containsExactly("7.1");
    }
    assertThat(rules.needs(Map.of("net0", List.of("virtio=BC:24:11:00:00:01")))).isEmpty();
  }

  @Test
  void keysThatTheSchemaDoesNotDeclareHaveTheirReleasesToo() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x",
            List.of(),
            Rule.string("hostpci[n]").property(HostPciRules.HOSTPCI),
            Rule.string("boot").property(BootOrderRules.BOOT));
    assertThat(rules.needs(Map.of("hostpci0", List.of("mapping=gpu,pcie=1"))))
        .extracting(VersionRequirement::what, VersionRequirement::since)
        .containsExactly(tuple("'hostpci0.mapping'", "8.0"));
    assertThat(rules.needs(Map.of("boot", List.of("cdn")))).isEmpty();
    assertThat(rules.needs(Map.of("boot", List.of("order=scsi0"))))
        .extracting(VersionRequirement::since)
        .containsExactly("6.2");
  }

  @Test
  void removedKeysAndValuesAreReportedToo() {
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("scsi[n]").property(DiskRules.SCSI));
    assertThat(rules.needs(Map.of("scsi1", List.of("local:1,cyls=7,format=cow"))))
        .extracting(VersionRequirement::what, VersionRequirement::goneIn)
        .containsExactly(
            tuple("'scsi1.cyls'", "9.0"), tuple("'scsi1.format' with the value 'cow'", "8.3"));
    assertThatCode(() -> rules.check(Map.of("scsi1", List.of("local:1,cyls=7,format=cow"))))
        .doesNotThrowAnyException();
  }

  @Test
  void aListThatDependsOnAnotherParameterIsChecked() {
    RequestRules rules =
        RequestRules.of(
            "PUT /x",
            List.of(),
            Rule.string("interfaces")
                .list()
                .onlyWith("protocol", "ospf")
                .propertyWith("ospf", PropertyRules.of(Rule.string("name").required())));
    assertThatThrownBy(
            () -> rules.check(Map.of("protocol", List.of("bgp"), "interfaces", List.of("name=a"))))
        .hasMessageContaining("interfaces = 'name=a': is only for 'protocol' ospf, not for bgp");
    assertThatThrownBy(
            () ->
                rules.check(
                    Map.of("protocol", List.of("ospf"), "interfaces", List.of("name=a", "x=b"))))
        .hasMessageContaining("interfaces[1].name: is required");
  }

  @Test
  void aParameterThatTheTypeOfAStorageDoesNotHaveIsRefused() {
    assertThatThrownBy(
            () ->
                StoragePostRequest.builder(StorageId.of("new"), StorageType.DIR)
                    .with("path", "/srv")
                    .with("server", "192.0.2.1")
                    .build())
        .hasMessageContaining(
            "server = '192.0.2.1': is only for 'type' cifs, esxi, nfs, pbs, not for dir");
  }

  @Test
  void parametersOfARemovedTypeAreNotChecked() {
    RequestRules rules =
        RequestRules.of(
            "POST /x",
            List.of(),
            Rule.string("type").values("nfs", "dir").goneValue("glusterfs", "9.0"),
            Rule.string("server").onlyWith("type", "nfs"));
    assertThatCode(() -> rules.check(Map.of("type", List.of("glusterfs"), "server", List.of("a"))))
        .doesNotThrowAnyException();
  }

  @Test
  void checksCanBeLeftToTheServer() {
    assertThatCode(() -> PoolsGetRequest.builder().with("type", "new").unchecked().build())
        .doesNotThrowAnyException();
  }

  @Test
  void unknownParametersAreNotChecked() {
    assertThatCode(() -> PoolsGetRequest.builder().with("newer", "x").build())
        .doesNotThrowAnyException();
  }
}
