package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Conversion.BOOT_ORDER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT_UNLESS_BLANK;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a virtual machine becomes a {@code proxmox_virtual_environment_vm}: every key that {@code GET
 * /nodes/{node}/qemu/{vmid}/config} can answer in Proxmox VE 9.2, and every part of it, measured
 * with bpg/proxmox 0.112.0 and Terraform 1.11.
 */
final class VmTable {
  static final String TYPE = "proxmox_virtual_environment_vm";

  private static final String SNAPSHOT = "it belongs to snapshots and to the running process";

  static final MappingTable TABLE =
      new MappingTable(TYPE, rows(), blocks(), VmUnsupportedFeatures.ROWS);

  private VmTable() {}

  private static List<AttributeMapping> rows() {
    List<AttributeMapping> rows = new ArrayList<>();
    rows.addAll(machineRows());
    rows.addAll(StartupMappings.all());
    rows.addAll(VmProcessorMappings.all());
    rows.addAll(VmDiskMappings.all());
    rows.addAll(VmFirmwareMappings.all());
    rows.addAll(VmNetworkMappings.devices());
    rows.addAll(VmNetworkMappings.cloudInit());
    rows.addAll(VmDeviceMappings.all());
    rows.addAll(unseenRows());
    return rows;
  }

  /** The resource itself. */
  private static List<AttributeMapping> machineRows() {
    return List.of(
        of("@node").to("node_name", TEXT).row(),
        of("@id").to("vm_id", WHOLE_NUMBER).row(),
        of("name").to("name", TEXT).accepts(GuestRules.DNS_NAME.orEmpty()).row(),
        of("description")
            .to("description", TEXT)
            .ignoredWhen(text -> !GuestRules.isTrimmed(text))
            .because("the provider trims the text of the configuration before it compares")
            .row(),
        of("tags").to("tags", TAGS).row(),
        of("@running").to("started", FLAG).preset(Flag.TRUE).always().row(),
        of("onboot").to("on_boot", FLAG).preset(Flag.TRUE).always().row(),
        of("template").to("template", FLAG).row(),
        of("protection").to("protection", FLAG).row(),
        of("acpi").to("acpi", FLAG).both(Flag.TRUE).row(),
        of("tablet").to("tablet_device", FLAG).both(Flag.TRUE).row(),
        of("bios")
            .to("bios", TEXT)
            .both(new Text("seabios"))
            .accepts(oneOf("ovmf", "seabios"))
            .row(),
        of("machine").to("machine", TEXT).accepts(VmRules.MACHINE).row(),
        of("scsihw")
            .to("scsi_hardware", TEXT)
            .absentIsNull()
            .preset(new Text("virtio-scsi-pci"))
            .always()
            .accepts(VmRules.SCSI_HARDWARE)
            .row(),
        of("keyboard")
            .to("keyboard_layout", TEXT)
            .both(new Text("en-us"))
            .accepts(VmRules.KEYBOARD)
            .row(),
        of("args").to("kvm_arguments", TEXT_UNLESS_BLANK).row(),
        of("hookscript").to("hook_script_file_id", TEXT).row(),
        of("hotplug").to("hotplug", TEXT).computed().accepts(VmRules.HOTPLUG).row(),
        of("boot", "order")
            .to("boot_order", BOOT_ORDER)
            .computed()
            .accepts(each("names of devices", device -> !device.isEmpty()))
            .row(),
        of("boot").unseen("the provider reads order= only"),
        of("bootdisk").unseen(NO_ATTRIBUTE),
        of("ostype")
            .to("operating_system.type", TEXT)
            .preset(new Text("other"))
            .accepts(VmRules.OPERATING_SYSTEM)
            .row());
  }

  private static List<AttributeMapping> unseenRows() {
    List<AttributeMapping> rows = new ArrayList<>();
    for (String key :
        List.of(
            "autostart",
            "freeze",
            "intel-tdx",
            "kvm",
            "localtime",
            "lock",
            "meta",
            "migrate_downtime",
            "migrate_speed",
            "reboot",
            "smp",
            "spice_enhancements",
            "startdate",
            "tdf",
            "vmgenid",
            "vmstatestorage")) {
      rows.add(of(key).unseen(NO_ATTRIBUTE));
    }
    for (String key :
        List.of(
            "parent",
            "running-nets-host-mtu",
            "runningcpu",
            "runningmachine",
            "snaptime",
            "snapstate",
            "vmstate")) {
      rows.add(of(key).unseen(SNAPSHOT));
    }
    rows.add(of(KeyPattern.numbered("parallel")).unseen(NO_ATTRIBUTE));
    return rows;
  }

  private static List<BlockRule> blocks() {
    Predicate<MappingContext> unwritableNuma = context -> !VmRules.writesNuma(context);
    return List.of(
        BlockRule.one("operating_system", BlockRule.DIFFERS),
        BlockRule.one("cpu", BlockRule.DIFFERS),
        BlockRule.one("memory", VmRules::holdsMemory),
        BlockRule.each("numa", VmKeyPatterns.NUMA_NODES)
            .refusedWhen(
                unwritableNuma,
                "the provider's validation wants NUMA nodes only together with cpu.numa"),
        BlockRule.one("efi_disk", VmRules::holdsEfiDisk),
        BlockRule.one("tpm_state", VmRules::holdsTpmState),
        BlockRule.each("disk", VmKeyPatterns.DISKS).atMost(31),
        BlockRule.one("disk.speed", KEYED),
        BlockRule.one("cdrom", KEYED),
        BlockRule.each("network_device", VmKeyPatterns.NETS)
            .atMost(32)
            .withUnwritableGaps(
                "the provider keeps an empty device for a missing net number, which nothing that"
                    + " can be written equals",
                "network_device",
                "ipv4_addresses",
                "ipv6_addresses",
                "network_interface_names"),
        BlockRule.one("initialization", VmRules::holdsInitialization),
        BlockRule.one("initialization.dns", KEYED),
        BlockRule.each("initialization.ip_config", VmKeyPatterns.IP_CONFIGS)
            .atMost(32)
            .withEmptyGaps(),
        BlockRule.one("initialization.ip_config.ipv4", KEYED),
        BlockRule.one("initialization.ip_config.ipv6", KEYED),
        BlockRule.one("initialization.user_account", KEYED),
        BlockRule.one("agent", BlockRule.DIFFERS),
        BlockRule.one("vga", VmRules::holdsVga).leftToTheServer(),
        BlockRule.each("serial_device", VmKeyPatterns.SERIAL_PORTS).atMost(4).withEmptyGaps(),
        BlockRule.one("audio_device", VmRules::holdsAudioDevice),
        BlockRule.one("rng", KEYED),
        BlockRule.one("watchdog", KEYED),
        BlockRule.each("usb", VmKeyPatterns.USB_DEVICES),
        BlockRule.each("hostpci", VmKeyPatterns.PCI_DEVICES).atMost(16),
        BlockRule.each("virtiofs", VmKeyPatterns.SHARES).atMost(8),
        BlockRule.one("smbios", BlockRule.DIFFERS)
            .refusedWhen(
                VmRules::misreadsSmbios,
                "the provider decodes the texts as base64, and what comes out is no text"),
        BlockRule.one("amd_sev", VmRules::holdsAmdSev),
        BlockRule.one("startup", VmRules::holdsStartup));
  }
}
