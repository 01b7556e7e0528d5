package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.rest.identifier.NetworkInterfaceName;
import io.github.proxmoxmpc.api.rest.nodes.network.NetworkEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stanzas of {@code /etc/network/interfaces}, as the server answers them. */
class InterfacesFileTest {
  @Test
  void aStanzaBecomesTheResultOfItsOperation() {
    InterfacesFile file =
        InterfacesFile.parse(
            "auto lo vmbr0\niface vmbr0 inet static\n\taddress 192.0.2.2/24\n\tbridge-ports none\n"
                + "#note\n\tpost-up echo 1\n\tbridge-vlan-aware yes\n\n"
                + "iface vmbr0 inet6 auto\nsource /etc/network/interfaces.d/*\n\tmtu 9000\n");
    assertThat(file.auto()).containsExactly("lo", "vmbr0");
    assertThat(file.sources()).containsExactly("/etc/network/interfaces.d/*");
    assertThat(file.stanzas()).extracting(InterfaceStanza::family).containsExactly("inet", "inet6");
    NetworkEntry bridge = new NetworkEntry(file.stanzas().get(0).json());
    assertThat(bridge.address()).isEqualTo("192.0.2.2");
    assertThat(bridge.netmask()).isEqualTo("24");
    assertThat(bridge.cidr()).isEqualTo("192.0.2.2/24");
    assertThat(bridge.bridgePorts()).isEmpty();
    assertThat(bridge.bridgeVlanAware()).isTrue();
    assertThat(bridge.options()).containsExactly("post-up echo 1");
    assertThat(bridge.comments()).isEqualTo("note\n");
    assertThat(file.lines()).last().isInstanceOf(Line.Unread.class);
  }

  @Test
  void oldSpellingsOfAStanzaAreConvertedLikeOnTheServer() {
    NetworkEntry bond =
        new NetworkEntry(
            stanza(
                "iface bond0 inet manual\n\tbond-slaves eth9 eth1 eth9\n\tbond-mode 4\n"
                    + "\tbond-miimon 100\n\tup\n\tmtu 9000\n"));
    assertThat(bond.slaves())
        .containsExactly(NetworkInterfaceName.of("eth1"), NetworkInterfaceName.of("eth9"));
    assertThat(bond.raw().get("bond_mode")).hasToString("\"802.3ad\"");
    assertThat(bond.bondMiimon()).isEqualTo("100");
    assertThat(bond.mtu()).isNull();
    NetworkEntry bridge =
        new NetworkEntry(
            stanza(
                "iface vmbr7 inet static\n\taddress 198.51.100.7\n\tnetmask 255.255.255.192\n"
                    + "\tbroadcast 198.51.100.63\n\tbridge_stp YES\n\tbridge_ports none eth3\n"
                    + "\tbridge_ports eth2\n\tbridge-learning off\n\n\tpost-up true\n"));
    assertThat(bridge.cidr()).isEqualTo("198.51.100.7/26");
    assertThat(bridge.netmask()).isEqualTo("26");
    assertThat(bridge.bridgeStp()).isEqualTo("on");
    assertThat(bridge.bridgePorts())
        .containsExactly(NetworkInterfaceName.of("eth3"), NetworkInterfaceName.of("eth2"));
    assertThat(bridge.options()).isNull();
    assertThat(bridge.raw().names()).contains("broadcast", "bridge-learning");
    NetworkEntry alone =
        new NetworkEntry(stanza("iface eth4 inet6 static\n\taddress 2001:db8::4\n"));
    assertThat(alone.cidr6()).isEqualTo("2001:db8::4/128");
    assertThat(new NetworkEntry(stanza("iface eth5\n")).method()).hasToString("manual");
  }

  @Test
  void addressesDecideTheFamilyOfAStanzaWithoutOne() {
    InterfacesFile file =
        InterfacesFile.parse(
            "iface vmbr0\n\taddress 192.0.2.2\n\tnetmask 255.255.255.0\n\tgateway 192.0.2.1\n"
                + "\taddress 2001:db8::2/64\n\tgateway 2001:db8::1\n\tbroadcast 192.0.2.255\n"
                + "\t# of both\n\tpost-up true\n");
    assertThat(file.stanzas().get(0).family()).isEmpty();
    NetworkEntry bridge = new NetworkEntry(file.stanzas().get(0).json());
    assertThat(bridge.cidr()).isEqualTo("192.0.2.2/24");
    assertThat(bridge.gateway()).isEqualTo("192.0.2.1");
    assertThat(bridge.cidr6()).isEqualTo("2001:db8::2/64");
    assertThat(bridge.address6()).isEqualTo("2001:db8::2");
    assertThat(bridge.gateway6()).isEqualTo("2001:db8::1");
    assertThat(bridge.raw().get("broadcast")).hasToString("\"192.0.2.255\"");
    assertThat(bridge.comments()).isEqualTo(" of both\n");
    assertThat(bridge.options()).containsExactly("post-up true");
  }

  @Test
  void aNetmaskWithoutAFamilyIsForIpv4() {
    NetworkEntry entry =
        new NetworkEntry(stanza("iface vmbr0\n\taddress 2001:db8::2\n\tnetmask 64\n"));
    assertThat(entry.cidr6()).isEqualTo("2001:db8::2/128");
    assertThat(entry.netmask()).isEqualTo("64");
    assertThat(entry.raw().names()).doesNotContain("netmask6", "address", "cidr");
  }

  @Test
  void theCommentsOfAnIpv6StanzaAreThoseOfTheInterface() {
    NetworkEntry entry =
        new NetworkEntry(stanza("iface vmbr0 inet6 manual\n\tup true\n\t#uplink\n"));
    assertThat(entry.comments()).isEqualTo("uplink\n");
    assertThat(entry.options6()).containsExactly("up true");
    assertThat(entry.raw().names()).doesNotContain("comments6", "options");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.0.0.0", "255.0.255.0"})
  void aMaskOfZeroBitsIsIgnored(String mask) {
    JsonObject json =
        stanza("iface eth0 inet static\n\taddress 192.0.2.2\n\tnetmask " + mask + "\n");
    assertThat(new NetworkEntry(json).cidr()).isEqualTo("192.0.2.2/32");
    assertThat(new NetworkEntry(json).netmask()).isEqualTo(mask);
  }

  @Test
  void onlyTypesOfOpenVswitchAreReadAsAType() {
    JsonObject json =
        stanza(
            "iface vlan5 inet manual\n\tovs_type OVSIntPort\n\tovs_bridge vmbr0\n"
                + "\tovs_tag 5\n\ttype bond\n");
    assertThat(json.get("type")).hasToString("\"OVSIntPort\"");
    assertThat(new NetworkEntry(json).options()).containsExactly("ovs_tag 5", "type bond");
    assertThat(json.names()).doesNotContain("ovs_tag");
    assertThat(stanza("iface t0 inet manual\n\tovs_type OVSTunnel\n").names())
        .doesNotContain("type");
  }

  private static JsonObject stanza(String text) {
    return InterfacesFile.parse(text).stanzas().get(0).json();
  }
}
