package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.BOOT_ORDER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT_UNLESS_BLANK;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingContext;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Maps a virtual machine to a {@code proxmox_virtual_environment_vm}. The table covers every key
 * and property that {@code GET /nodes/{node}/qemu/{vmid}/config} returns in Proxmox VE 9.2. Its
 * rules were measured with bpg/proxmox 0.112.0 and Terraform 1.11.
 */
public final class VmTable {
  static final String TYPE = "proxmox_virtual_environment_vm";

  private static final String SNAPSHOT = "it describes a snapshot or the running process";

  public static final MappingTable<GuestView> TABLE =
      new MappingTable<>(TYPE, mappings(), blocks(), VmUnsupportedFeatures.ALL);

  private VmTable() {}

  private static List<AttributeMapping> mappings() {
    List<AttributeMapping> mappings = new ArrayList<>();
    mappings.addAll(machineMappings());
    mappings.addAll(StartupMappings.all());
    mappings.addAll(VmProcessorMappings.all());
    mappings.addAll(VmDiskMappings.all());
    mappings.addAll(VmFirmwareMappings.all());
    mappings.addAll(VmNetworkMappings.devices());
    mappings.addAll(VmNetworkMappings.cloudInit());
    mappings.addAll(VmDeviceMappings.all());
    mappings.addAll(unsupportedMappings());
    return mappings;
  }

  private static List<AttributeMapping> machineMappings() {
    return List.of(
        of("@node").to("node_name", TEXT).build(),
        of("@vmid").to("vm_id", WHOLE_NUMBER).build(),
        of("name").to("name", TEXT).accepts(GuestConstraints.DNS_NAME.orEmpty()).build(),
        of("description")
            .to("description", TEXT)
            .ignoredWhen(text -> !GuestConstraints.isTrimmed(text))
            .because("the provider trims the configured text before it compares")
            .build(),
        of("tags").to("tags", TAGS).build(),
        of("@running").to("started", FLAG).schemaDefault(Flag.TRUE).alwaysWritten().build(),
        of("onboot").to("on_boot", FLAG).schemaDefault(Flag.TRUE).alwaysWritten().build(),
        of("template").to("template", FLAG).build(),
        of("protection").to("protection", FLAG).build(),
        of("acpi").to("acpi", FLAG).defaultsTo(Flag.TRUE).build(),
        of("tablet").to("tablet_device", FLAG).defaultsTo(Flag.TRUE).build(),
        of("bios")
            .to("bios", TEXT)
            .defaultsTo(new Text("seabios"))
            .accepts(oneOf("ovmf", "seabios"))
            .build(),
        of("machine").to("machine", TEXT).accepts(VmConstraints.MACHINE).build(),
        of("scsihw")
            .to("scsi_hardware", TEXT)
            .nullWhenUnset()
            .schemaDefault(new Text("virtio-scsi-pci"))
            .alwaysWritten()
            .accepts(VmConstraints.SCSI_HARDWARE)
            .build(),
        of("keyboard")
            .to("keyboard_layout", TEXT)
            .defaultsTo(new Text("en-us"))
            .accepts(VmConstraints.KEYBOARD)
            .build(),
        of("args").to("kvm_arguments", TEXT_UNLESS_BLANK).build(),
        of("hookscript").to("hook_script_file_id", TEXT).build(),
        of("hotplug").to("hotplug", TEXT).computed().accepts(VmConstraints.HOTPLUG).build(),
        of("boot", "order")
            .to("boot_order", BOOT_ORDER)
            .computed()
            .accepts(each("names of devices", device -> !device.isEmpty()))
            .build(),
        of("boot").unsupported("the provider reads only order="),
        of("bootdisk").unsupported(NO_ATTRIBUTE),
        of("ostype")
            .to("operating_system.type", TEXT)
            .schemaDefault(new Text("other"))
            .accepts(VmConstraints.OPERATING_SYSTEM)
            .build());
  }

  private static List<AttributeMapping> unsupportedMappings() {
    List<AttributeMapping> mappings = new ArrayList<>();
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
      mappings.add(of(key).unsupported(NO_ATTRIBUTE));
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
      mappings.add(of(key).unsupported(SNAPSHOT));
    }
    mappings.add(of(KeyPattern.numbered("parallel")).unsupported(NO_ATTRIBUTE));
    return mappings;
  }

  private static List<BlockRule> blocks() {
    Predicate<MappingContext> unwritableNuma = context -> !VmConstraints.writesNuma(context);
    return List.of(
        BlockRule.one("operating_system", BlockRule.DIFFERS),
        BlockRule.one("cpu", BlockRule.DIFFERS),
        BlockRule.one("memory", VmConstraints::holdsMemory),
        BlockRule.each("numa", VmKeyPatterns.NUMA_NODES)
            .refusedWhen(
                unwritableNuma,
                "the provider's validation accepts NUMA nodes only together with cpu.numa"),
        BlockRule.one("efi_disk", VmConstraints::holdsEfiDisk),
        BlockRule.one("tpm_state", VmConstraints::holdsTpmState),
        BlockRule.each("disk", VmKeyPatterns.DISKS).atMost(31),
        BlockRule.one("disk.speed", KEYED),
        BlockRule.one("cdrom", KEYED),
        BlockRule.each("network_device", VmKeyPatterns.NETS)
            .atMost(32)
            .withUnwritableGaps(
                "the provider keeps a null device for a missing net number, which no configuration"
                    + " can equal; the index avoids a warning about computed attributes",
                "network_device",
                "ipv4_addresses[\"0\"]",
                "ipv6_addresses[\"0\"]",
                "network_interface_names[\"0\"]"),
        BlockRule.one("initialization", VmConstraints::holdsInitialization),
        BlockRule.one("initialization.dns", KEYED),
        BlockRule.each("initialization.ip_config", VmKeyPatterns.IP_CONFIGS)
            .atMost(32)
            .withEmptyGaps(),
        BlockRule.one("initialization.ip_config.ipv4", KEYED),
        BlockRule.one("initialization.ip_config.ipv6", KEYED),
        BlockRule.one("initialization.user_account", KEYED),
        BlockRule.one("agent", BlockRule.DIFFERS),
        BlockRule.one("vga", VmConstraints::holdsVga).leftToTheServer(),
        BlockRule.each("serial_device", VmKeyPatterns.SERIAL_PORTS).atMost(4).withEmptyGaps(),
        BlockRule.one("audio_device", VmConstraints::holdsAudioDevice),
        BlockRule.one("rng", KEYED),
        BlockRule.one("watchdog", KEYED),
        BlockRule.each("usb", VmKeyPatterns.USB_DEVICES),
        BlockRule.each("hostpci", VmKeyPatterns.PCI_DEVICES).atMost(16),
        BlockRule.each("virtiofs", VmKeyPatterns.SHARES).atMost(8),
        BlockRule.one("smbios", BlockRule.DIFFERS)
            .refusedWhen(
                VmConstraints::misreadsSmbios,
                "the provider decodes the texts as base64, and the result is not valid text"),
        BlockRule.one("amd_sev", VmConstraints::holdsAmdSev),
        BlockRule.one("startup", VmConstraints::holdsStartup));
  }
}
