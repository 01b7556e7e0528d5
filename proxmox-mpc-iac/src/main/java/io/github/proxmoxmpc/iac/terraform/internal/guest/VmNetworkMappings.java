package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.matching;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.SSH_KEYS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TRUNKS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import java.util.List;

/** Maps the network devices and the cloud-init settings of a VM. */
final class VmNetworkMappings {
  private VmNetworkMappings() {}

  static List<AttributeMapping> devices() {
    KeyPattern nets = VmKeyPatterns.NETS;
    return List.of(
        of(nets, "bridge")
            .to("network_device.bridge", TEXT)
            .schemaDefault(new Text("vmbr0"))
            .alwaysWritten()
            .build(),
        of(nets, "macaddr")
            .to("network_device.mac_address", TEXT)
            .computed()
            .accepts(GuestConstraints.MAC_ADDRESS)
            .build(),
        of(nets, "model")
            .to("network_device.model", TEXT)
            .schemaDefault(new Text("virtio"))
            .alwaysWritten()
            .accepts(oneOf("e1000", "e1000e", "rtl8139", "virtio", "vmxnet3"))
            .build(),
        of(nets, "firewall").to("network_device.firewall", FLAG).build(),
        of(nets, "link_down").to("network_device.disconnected", FLAG).build(),
        of(nets, "mtu").to("network_device.mtu", WHOLE_NUMBER).build(),
        of(nets, "queues")
            .to("network_device.queues", WHOLE_NUMBER)
            .accepts(between(0, 64))
            .build(),
        of(nets, "rate").to("network_device.rate_limit", NUMBER).build(),
        of(nets, "tag").to("network_device.vlan_id", WHOLE_NUMBER).build(),
        of(nets, "trunks")
            .to("network_device.trunks", TRUNKS)
            .remedy("list the VLAN ids one by one, or remove trunks")
            .build());
  }

  static List<AttributeMapping> cloudInit() {
    KeyPattern drive = VmKeyPatterns.CLOUD_INIT;
    KeyPattern addresses = VmKeyPatterns.IP_CONFIGS;
    return List.of(
        of(drive, "file")
            .defaultKey()
            .to("initialization.datastore_id", STORAGE_OR_ALL)
            .schemaDefault(new Text("local-lvm"))
            .alwaysWritten()
            .accepts(
                new Constraint("a storage", (value, context) -> true)
                    .when(
                        "the same for all cloud-init drives, because the provider picks any of them",
                        VmConstraints::hasOneCloudInitStorage))
            .build(),
        of(drive, KEY_NAME)
            .to("initialization.interface", TEXT)
            .computed()
            .accepts(
                matching("ide0-3, sata0-5 or scsi0-30", "ide[0-3]|sata[0-5]|scsi(?:[12]?\\d|30)")
                    .when(
                        "a single cloud-init drive, because the provider picks any of them",
                        VmConstraints::hasOneCloudInitDrive))
            .build(),
        of(drive, "format")
            .to("initialization.file_format", TEXT)
            .computed()
            .accepts(VmConstraints.FILE_FORMAT)
            .build(),
        of(drive, "media").unsupported("the provider sets it itself"),
        of(drive, "size").unsupported(NO_ATTRIBUTE),
        of("citype")
            .to("initialization.type", TEXT)
            .computed()
            .accepts(oneOf("configdrive2", "nocloud"))
            .build(),
        of("ciupgrade")
            .to("initialization.upgrade", FLAG)
            .nullWhenUnset()
            .schemaDefault(new Text("unset"))
            .computed()
            .build(),
        cloudInitFile("user", "user_data_file_id"),
        cloudInitFile("vendor", "vendor_data_file_id"),
        cloudInitFile("network", "network_data_file_id"),
        cloudInitFile("meta", "meta_data_file_id"),
        of("searchdomain").to("initialization.dns.domain", TEXT).build(),
        of("nameserver")
            .to("initialization.dns.servers", ADDRESSES)
            .accepts(GuestConstraints.IP_ADDRESSES)
            .build(),
        of(addresses, "ip").to("initialization.ip_config.ipv4.address", TEXT).build(),
        of(addresses, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).build(),
        of(addresses, "ip6").to("initialization.ip_config.ipv6.address", TEXT).build(),
        of(addresses, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).build(),
        of("sshkeys").to("initialization.user_account.keys", SSH_KEYS).build(),
        of("ciuser").to("initialization.user_account.username", TEXT).build(),
        of("cipassword")
            .to("initialization.user_account.password", TEXT)
            .accepts(text("no password", String::isEmpty))
            .because("the server masks the password, and a password does not belong in a file")
            .build());
  }

  private static AttributeMapping cloudInitFile(String part, String attribute) {
    return of("cicustom", part)
        .to("initialization." + attribute, TEXT)
        .computed()
        .accepts(GuestConstraints.FILE_ID)
        .build();
  }
}
