package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a container that its network devices and its names become. */
final class ContainerNetworkMappings {
  private ContainerNetworkMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern nets = ContainerKeyPatterns.NETS;
    return List.of(
        of(nets, "name").bare().to("network_interface.name", TEXT).always().row(),
        of(nets, "bridge")
            .to("network_interface.bridge", TEXT)
            .preset(new Text("vmbr0"))
            .always()
            .row(),
        of(nets, "hwaddr")
            .to("network_interface.mac_address", TEXT)
            .computed()
            .accepts(GuestRules.MAC_ADDRESS)
            .row(),
        of(nets, "firewall").to("network_interface.firewall", FLAG).row(),
        of(nets, "host-managed").to("network_interface.host_managed", FLAG).row(),
        of(nets, "mtu").to("network_interface.mtu", WHOLE_NUMBER).row(),
        of(nets, "rate").to("network_interface.rate_limit", NUMBER).row(),
        of(nets, "tag").to("network_interface.vlan_id", WHOLE_NUMBER).row(),
        of(nets, "ip").to("initialization.ip_config.ipv4.address", TEXT).row(),
        of(nets, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).row(),
        of(nets, "ip6").to("initialization.ip_config.ipv6.address", TEXT).row(),
        of(nets, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).row(),
        of(nets, "link_down").unseen(NO_ATTRIBUTE),
        of(nets, "trunks").unseen(NO_ATTRIBUTE),
        of(nets, "type").unseen(NO_ATTRIBUTE),
        of("hostname").to("initialization.hostname", TEXT).accepts(GuestRules.DNS_NAME).row(),
        of("entrypoint")
            .to("initialization.entrypoint", TEXT)
            .accepts(text("no control characters", GuestRules::isPrintable))
            .row(),
        of("searchdomain").to("initialization.dns.domain", TEXT).row(),
        of("nameserver")
            .to("initialization.dns.servers", ADDRESSES)
            .accepts(GuestRules.IP_ADDRESSES)
            .row());
  }
}
