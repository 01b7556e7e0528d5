package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import java.util.List;

/** Maps the network interfaces, the host name and the DNS settings of a container. */
final class ContainerNetworkMappings {
  private ContainerNetworkMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern nets = ContainerKeyPatterns.NETS;
    return List.of(
        of(nets, "name").defaultKey().to("network_interface.name", TEXT).alwaysWritten().build(),
        of(nets, "bridge")
            .to("network_interface.bridge", TEXT)
            .schemaDefault(new Text("vmbr0"))
            .alwaysWritten()
            .build(),
        of(nets, "hwaddr")
            .to("network_interface.mac_address", TEXT)
            .computed()
            .accepts(GuestConstraints.MAC_ADDRESS)
            .build(),
        of(nets, "firewall").to("network_interface.firewall", FLAG).build(),
        of(nets, "host-managed").to("network_interface.host_managed", FLAG).build(),
        of(nets, "mtu").to("network_interface.mtu", WHOLE_NUMBER).build(),
        of(nets, "rate").to("network_interface.rate_limit", NUMBER).build(),
        of(nets, "tag").to("network_interface.vlan_id", WHOLE_NUMBER).build(),
        of(nets, "ip").to("initialization.ip_config.ipv4.address", TEXT).build(),
        of(nets, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).build(),
        of(nets, "ip6").to("initialization.ip_config.ipv6.address", TEXT).build(),
        of(nets, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).build(),
        of(nets, "link_down").unsupported(NO_ATTRIBUTE),
        of(nets, "trunks").unsupported(NO_ATTRIBUTE),
        of(nets, "type").unsupported(NO_ATTRIBUTE),
        of("hostname")
            .to("initialization.hostname", TEXT)
            .accepts(GuestConstraints.DNS_NAME)
            .build(),
        of("entrypoint")
            .to("initialization.entrypoint", TEXT)
            .accepts(text("no control characters", GuestConstraints::isPrintable))
            .build(),
        of("searchdomain").to("initialization.dns.domain", TEXT).build(),
        of("nameserver")
            .to("initialization.dns.servers", ADDRESSES)
            .accepts(GuestConstraints.IP_ADDRESSES)
            .build());
  }
}
