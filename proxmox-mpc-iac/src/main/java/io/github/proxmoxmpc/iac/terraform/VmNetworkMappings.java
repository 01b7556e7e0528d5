package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.matching;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.SSH_KEYS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TRUNKS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a VM that its network devices and its cloud-init settings become. */
final class VmNetworkMappings {
  private VmNetworkMappings() {}

  static List<AttributeMapping> devices() {
    KeyPattern nets = VmKeyPatterns.NETS;
    return List.of(
        of(nets, "bridge")
            .to("network_device.bridge", TEXT)
            .preset(new Text("vmbr0"))
            .always()
            .row(),
        of(nets, "macaddr")
            .to("network_device.mac_address", TEXT)
            .computed()
            .accepts(GuestRules.MAC_ADDRESS)
            .row(),
        of(nets, "model")
            .to("network_device.model", TEXT)
            .preset(new Text("virtio"))
            .always()
            .accepts(oneOf("e1000", "e1000e", "rtl8139", "virtio", "vmxnet3"))
            .row(),
        of(nets, "firewall").to("network_device.firewall", FLAG).row(),
        of(nets, "link_down").to("network_device.disconnected", FLAG).row(),
        of(nets, "mtu").to("network_device.mtu", WHOLE_NUMBER).row(),
        of(nets, "queues").to("network_device.queues", WHOLE_NUMBER).accepts(between(0, 64)).row(),
        of(nets, "rate").to("network_device.rate_limit", NUMBER).row(),
        of(nets, "tag").to("network_device.vlan_id", WHOLE_NUMBER).row(),
        of(nets, "trunks")
            .to("network_device.trunks", TRUNKS)
            .remedy("list the VLAN ids one by one, or drop the trunks")
            .row());
  }

  static List<AttributeMapping> cloudInit() {
    KeyPattern drive = VmKeyPatterns.CLOUD_INIT;
    KeyPattern addresses = VmKeyPatterns.IP_CONFIGS;
    return List.of(
        of(drive, "file")
            .bare()
            .to("initialization.datastore_id", STORAGE_OR_ALL)
            .preset(new Text("local-lvm"))
            .always()
            .accepts(
                new Constraint("a storage", (value, context) -> true)
                    .when(
                        "the same of all cloud-init drives, of which the provider takes any",
                        VmRules::hasOneCloudInitStorage))
            .row(),
        of(drive, KEY_NAME)
            .to("initialization.interface", TEXT)
            .computed()
            .accepts(
                matching("ide0-3, sata0-5 or scsi0-30", "ide[0-3]|sata[0-5]|scsi(?:[12]?\\d|30)")
                    .when(
                        "the only cloud-init drive, as the provider takes any",
                        VmRules::hasOneCloudInitDrive))
            .row(),
        of(drive, "format")
            .to("initialization.file_format", TEXT)
            .computed()
            .accepts(VmRules.FILE_FORMAT)
            .row(),
        of(drive, "media").unseen("the provider writes it by itself"),
        of(drive, "size").unseen(NO_ATTRIBUTE),
        of("citype")
            .to("initialization.type", TEXT)
            .computed()
            .accepts(oneOf("configdrive2", "nocloud"))
            .row(),
        of("ciupgrade")
            .to("initialization.upgrade", FLAG)
            .absentIsNull()
            .preset(new Text("unset"))
            .computed()
            .row(),
        cloudInitFile("user", "user_data_file_id"),
        cloudInitFile("vendor", "vendor_data_file_id"),
        cloudInitFile("network", "network_data_file_id"),
        cloudInitFile("meta", "meta_data_file_id"),
        of("searchdomain").to("initialization.dns.domain", TEXT).row(),
        of("nameserver")
            .to("initialization.dns.servers", ADDRESSES)
            .accepts(GuestRules.IP_ADDRESSES)
            .row(),
        of(addresses, "ip").to("initialization.ip_config.ipv4.address", TEXT).row(),
        of(addresses, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).row(),
        of(addresses, "ip6").to("initialization.ip_config.ipv6.address", TEXT).row(),
        of(addresses, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).row(),
        of("sshkeys").to("initialization.user_account.keys", SSH_KEYS).row(),
        of("ciuser").to("initialization.user_account.username", TEXT).row(),
        of("cipassword")
            .to("initialization.user_account.password", TEXT)
            .accepts(text("no password in a file", String::isEmpty))
            .because("the server answers asterisks for it, and it belongs in no file")
            .row());
  }

  private static AttributeMapping cloudInitFile(String part, String attribute) {
    return of("cicustom", part)
        .to("initialization." + attribute, TEXT)
        .computed()
        .accepts(GuestRules.FILE_ID)
        .row();
  }
}
