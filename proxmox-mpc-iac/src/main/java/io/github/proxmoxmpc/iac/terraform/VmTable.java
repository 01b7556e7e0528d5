package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.Acceptance.between;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.each;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.matching;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.text;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.BASE64;
import static io.github.proxmoxmpc.iac.terraform.Conversion.BOOT_ORDER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.DEVICE_PATH;
import static io.github.proxmoxmpc.iac.terraform.Conversion.EXTENSION;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LOWER_CASE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.SSH_KEYS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT_UNLESS_BLANK;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TRUNKS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Row.KEY_NAME;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
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

  private static final String NO_ATTRIBUTE = "the provider has no attribute for it";
  private static final String NOT_READ = "the provider does not read it";
  private static final String SNAPSHOT = "it belongs to snapshots and to the running process";
  private static final String OLD_RATE = "the provider knows the separate limits only";

  private static final HclValue SPICE = new HclValue.Text("spice");

  static final MappingTable TABLE = new MappingTable(TYPE, rows(), blocks(), VmObstacles.ROWS);

  private VmTable() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(machineRows());
    rows.addAll(processorAndMemoryRows());
    rows.addAll(diskRows());
    rows.addAll(firmwareRows());
    rows.addAll(networkRows());
    rows.addAll(cloudInitRows());
    rows.addAll(deviceRows());
    rows.addAll(unseenRows());
    return rows;
  }

  /** The resource itself. */
  private static List<Row> machineRows() {
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
        of("bios").to("bios", TEXT).both(textOf("seabios")).accepts(oneOf("ovmf", "seabios")).row(),
        of("machine").to("machine", TEXT).accepts(VmRules.MACHINE).row(),
        of("scsihw")
            .to("scsi_hardware", TEXT)
            .absentIsNull()
            .preset(textOf("virtio-scsi-pci"))
            .always()
            .accepts(VmRules.SCSI_HARDWARE)
            .row(),
        of("keyboard")
            .to("keyboard_layout", TEXT)
            .both(textOf("en-us"))
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
        of("startup", "order").to("startup.order", WHOLE_NUMBER).both(number(-1)).always().row(),
        of("startup", "up").to("startup.up_delay", WHOLE_NUMBER).both(number(-1)).always().row(),
        of("startup", "down")
            .to("startup.down_delay", WHOLE_NUMBER)
            .both(number(-1))
            .always()
            .row(),
        of("startup").unseen("the provider reads order=, up= and down= only"),
        of("ostype")
            .to("operating_system.type", TEXT)
            .preset(textOf("other"))
            .accepts(VmRules.OPERATING_SYSTEM)
            .row());
  }

  private static List<Row> processorAndMemoryRows() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .both(number(1))
            .always()
            .accepts(between(1, 2304))
            .row(),
        of("sockets").to("cpu.sockets", WHOLE_NUMBER).both(number(1)).accepts(between(1, 16)).row(),
        of("vcpus").to("cpu.hotplugged", WHOLE_NUMBER).accepts(between(0, 2304)).row(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 128)).row(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 262144)).row(),
        of("arch").to("cpu.architecture", TEXT).accepts(oneOf("aarch64", "x86_64").orEmpty()).row(),
        of("affinity")
            .to("cpu.affinity", TEXT)
            .uncounted()
            .accepts(matching("numbers and ranges of CPUs", "\\d+[\\d\\-,]*"))
            .row(),
        of("numa").to("cpu.numa", FLAG).uncounted().row(),
        of("cpu", "cputype")
            .bare()
            .to("cpu.type", TEXT)
            .both(textOf("qemu64"))
            .always()
            .accepts(VmRules.CPU_TYPE)
            .row(),
        of("cpu", "flags").to("cpu.flags", LIST).row(),
        of("cpu", "hidden").unseen(NOT_READ),
        of("cpu", "hv-vendor-id").unseen(NOT_READ),
        of("cpu", "phys-bits").unseen(NOT_READ),
        of("cpu", "guest-phys-bits").unseen(NOT_READ),
        of("cpu", "reported-model").unseen(NOT_READ),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .preset(number(512))
            .always()
            .accepts(between(64, 268435456))
            .remedy("set the plain number of MiB: qm set ID --memory MIB")
            .row(),
        of("balloon").to("memory.floating", WHOLE_NUMBER).accepts(between(0, 268435456)).row(),
        of("ivshmem", "size")
            .to("memory.shared", WHOLE_NUMBER)
            .accepts(between(0, 268435456))
            .row(),
        of("ivshmem", "name").unseen(NOT_READ),
        of("hugepages")
            .to("memory.hugepages", TEXT)
            .accepts(oneOf("1024", "2", "any").when("with NUMA switched on", VmRules::writesNuma))
            .row(),
        of("keephugepages")
            .to("memory.keep_hugepages", FLAG)
            .accepts(
                new Acceptance("a truth value", (value, context) -> true)
                    .when("with NUMA switched on", VmRules::writesNuma))
            .row(),
        of("shares").unseen(NO_ATTRIBUTE),
        of("allow-ksm").unseen(NO_ATTRIBUTE),
        row(VmFamilies.NUMA_NODES, KEY_NAME).to("numa.device", TEXT).row(),
        row(VmFamilies.NUMA_NODES, "cpus")
            .to("numa.cpus", TEXT)
            .accepts(VmRules.RANGES)
            .required(textOf("0"))
            .row(),
        row(VmFamilies.NUMA_NODES, "hostnodes")
            .to("numa.hostnodes", TEXT)
            .accepts(VmRules.RANGES)
            .row(),
        row(VmFamilies.NUMA_NODES, "memory")
            .to("numa.memory", WHOLE_NUMBER)
            .absentIsNull()
            .accepts(between(64, 268435456))
            .required(number(64))
            .row(),
        row(VmFamilies.NUMA_NODES, "policy")
            .to("numa.policy", TEXT)
            .preset(textOf("preferred"))
            .accepts(oneOf("bind", "interleave", "preferred"))
            .row(),
        row(VmFamilies.NUMA_BARE).unseen("the provider skips a node without cpus or hostnodes"));
  }

  private static List<Row> diskRows() {
    Family disks = VmFamilies.DISKS;
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        List.of(
            row(disks, KEY_NAME).to("disk.interface", TEXT).row(),
            row(disks, "file")
                .bare()
                .to("disk.datastore_id", STORAGE)
                .preset(textOf("local-lvm"))
                .always()
                .row(),
            row(disks, "file")
                .bare()
                .to("disk.path_in_datastore", DEVICE_PATH)
                .uncompared()
                .because("the provider compares the storage, and not the path in it")
                .row(),
            row(disks, "format")
                .to("disk.file_format", TEXT)
                .computed()
                .accepts(VmRules.FILE_FORMAT.orEmpty())
                .row(),
            row(VmFamilies.DISKS_WITHOUT_FORMAT, "file")
                .bareOnly()
                .to("disk.file_format", EXTENSION)
                .computed()
                .because("the format is the storage's own")
                .accepts(VmRules.FILE_FORMAT.orEmpty())
                .row(),
            row(disks, "size")
                .to("disk.size", GIBIBYTES)
                .preset(number(0))
                .computed()
                .because("the provider counts whole GiB, and this is less than one")
                .accepts(between(1, Integer.MAX_VALUE))
                .row(),
            row(disks, "aio")
                .to("disk.aio", TEXT)
                .both(textOf("io_uring"))
                .accepts(oneOf("io_uring", "native", "threads"))
                .row(),
            row(disks, "cache")
                .to("disk.cache", TEXT)
                .both(textOf("none"))
                .accepts(oneOf("directsync", "none", "unsafe", "writeback", "writethrough"))
                .row(),
            row(disks, "discard").to("disk.discard", TEXT).both(textOf("ignore")).row(),
            row(disks, "backup").to("disk.backup", FLAG).both(Flag.TRUE).row(),
            row(disks, "replicate").to("disk.replicate", FLAG).both(Flag.TRUE).row(),
            row(disks, "iothread").to("disk.iothread", FLAG).row(),
            row(disks, "ssd").to("disk.ssd", FLAG).row(),
            row(disks, "queues")
                .to("disk.queues", WHOLE_NUMBER)
                .accepts(between(2, Integer.MAX_VALUE))
                .row(),
            row(disks, "serial")
                .to("disk.serial", TEXT)
                .accepts(text("at most 20 letters", serial -> serial.length() <= 20))
                .row(),
            speed("mbps_rd", "read"),
            speed("mbps_rd_max", "read_burstable"),
            speed("mbps_wr", "write"),
            speed("mbps_wr_max", "write_burstable"),
            speed("iops_rd", "iops_read"),
            speed("iops_rd_max", "iops_read_burstable"),
            speed("iops_wr", "iops_write"),
            speed("iops_wr_max", "iops_write_burstable"),
            row(disks, "media").unseen("a disk is what the provider takes it for anyway")));
    for (String part : List.of("iops", "iops_max", "mbps", "mbps_max", "bps", "bps_rd", "bps_wr")) {
      rows.add(row(disks, part).unseen(OLD_RATE));
    }
    for (String part :
        List.of(
            "iops_max_length",
            "iops_rd_max_length",
            "iops_rd_length",
            "iops_wr_max_length",
            "iops_wr_length",
            "bps_max_length",
            "bps_rd_max_length",
            "bps_rd_length",
            "bps_wr_max_length",
            "bps_wr_length",
            "detect_zeroes",
            "model",
            "product",
            "rerror",
            "ro",
            "scsiblock",
            "secs",
            "cyls",
            "heads",
            "trans",
            "shared",
            "snapshot",
            "vendor",
            "werror",
            "wwn")) {
      rows.add(row(disks, part).unseen(NOT_READ));
    }
    rows.add(row(VmFamilies.CD_ROMS).unseen("the provider imports the CD-ROM of ide3 only"));
    rows.add(
        row(VmFamilies.IDE3, KEY_NAME)
            .to("cdrom.interface", TEXT)
            .both(textOf("ide3"))
            .always()
            .row());
    rows.add(
        row(VmFamilies.IDE3, "file")
            .bare()
            .to("cdrom.file_id", TEXT)
            .accepts(VmRules.CD_ROM_FILE.orEmpty())
            .row());
    rows.add(row(VmFamilies.IDE3, "media").unseen("the provider writes it by itself"));
    rows.add(row(VmFamilies.IDE3, "size").unseen(NOT_READ));
    rows.add(row(Family.numbered("unused")).unseen(NO_ATTRIBUTE));
    rows.add(of("cdrom").unseen("an old name of ide2"));
    return rows;
  }

  private static Row speed(String part, String attribute) {
    return row(VmFamilies.DISKS, part)
        .to("disk.speed." + attribute, WHOLE_NUMBER)
        .remedy("round it to a whole number")
        .row();
  }

  private static List<Row> firmwareRows() {
    return List.of(
        of("efidisk0", "file")
            .bare()
            .to("efi_disk.datastore_id", STORAGE_OR_ALL)
            .preset(textOf("local-lvm"))
            .always()
            .row(),
        of("efidisk0", "efitype")
            .to("efi_disk.type", LOWER_CASE)
            .both(textOf("2m"))
            .always()
            .accepts(oneOf("2m", "4m"))
            .row(),
        of("efidisk0", "pre-enrolled-keys").to("efi_disk.pre_enrolled_keys", FLAG).row(),
        of("efidisk0", "format")
            .to("efi_disk.file_format", TEXT)
            .computed()
            .uncounted()
            .accepts(VmRules.FILE_FORMAT)
            .row(),
        of("efidisk0", "ms-cert").unseen(NOT_READ),
        of("efidisk0", "size").unseen(NO_ATTRIBUTE),
        of("tpmstate0", "file")
            .bare()
            .to("tpm_state.datastore_id", STORAGE_OR_ALL)
            .preset(textOf("local-lvm"))
            .always()
            .row(),
        of("tpmstate0", "version")
            .to("tpm_state.version", LOWER_CASE)
            .both(textOf("v2.0"))
            .always()
            .accepts(oneOf("v1.2", "v2.0"))
            .row(),
        of("tpmstate0", "size").unseen(NO_ATTRIBUTE),
        of("tpmstate0", "format").unseen(NO_ATTRIBUTE),
        of("smbios1", "uuid").to("smbios.uuid", TEXT).uncounted().computed().row(),
        of("smbios1", "manufacturer").to("smbios.manufacturer", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "product").to("smbios.product", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "version").to("smbios.version", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "serial").to("smbios.serial", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "sku").to("smbios.sku", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "family").to("smbios.family", BASE64).remedy(SMBIOS).row(),
        of("smbios1", "base64").unseen("it says how the texts are written, and not what"),
        of("amd-sev", "type")
            .bare()
            .to("amd_sev.type", TEXT)
            .preset(textOf("std"))
            .always()
            .accepts(oneOf("es", "snp", "std"))
            .row(),
        of("amd-sev", "allow-smt").to("amd_sev.allow_smt", FLAG).preset(Flag.TRUE).row(),
        of("amd-sev", "kernel-hashes").to("amd_sev.kernel_hashes", FLAG).row(),
        of("amd-sev", "no-debug").to("amd_sev.no_debug", FLAG).row(),
        of("amd-sev", "no-key-sharing").to("amd_sev.no_key_sharing", FLAG).row());
  }

  private static final String SMBIOS =
      "write the texts in base64 and set base64=1, as the web interface does";

  private static List<Row> networkRows() {
    Family nets = VmFamilies.NETS;
    return List.of(
        row(nets, "bridge")
            .to("network_device.bridge", TEXT)
            .preset(textOf("vmbr0"))
            .always()
            .row(),
        row(nets, "macaddr")
            .to("network_device.mac_address", TEXT)
            .computed()
            .accepts(GuestRules.MAC_ADDRESS)
            .row(),
        row(nets, "model")
            .to("network_device.model", TEXT)
            .preset(textOf("virtio"))
            .always()
            .accepts(oneOf("e1000", "e1000e", "rtl8139", "virtio", "vmxnet3"))
            .row(),
        row(nets, "firewall").to("network_device.firewall", FLAG).row(),
        row(nets, "link_down").to("network_device.disconnected", FLAG).row(),
        row(nets, "mtu").to("network_device.mtu", WHOLE_NUMBER).row(),
        row(nets, "queues").to("network_device.queues", WHOLE_NUMBER).accepts(between(0, 64)).row(),
        row(nets, "rate").to("network_device.rate_limit", NUMBER).row(),
        row(nets, "tag").to("network_device.vlan_id", WHOLE_NUMBER).row(),
        row(nets, "trunks")
            .to("network_device.trunks", TRUNKS)
            .remedy("list the VLAN ids one by one, or drop the trunks")
            .row());
  }

  private static List<Row> cloudInitRows() {
    Family drive = VmFamilies.CLOUD_INIT;
    Family addresses = VmFamilies.IP_CONFIGS;
    return List.of(
        row(drive, "file")
            .bare()
            .to("initialization.datastore_id", STORAGE_OR_ALL)
            .preset(textOf("local-lvm"))
            .always()
            .accepts(
                new Acceptance("a storage", (value, context) -> true)
                    .when(
                        "the same of all cloud-init drives, of which the provider takes any",
                        VmRules::hasOneCloudInitStorage))
            .row(),
        row(drive, KEY_NAME)
            .to("initialization.interface", TEXT)
            .computed()
            .accepts(
                matching("ide0-3, sata0-5 or scsi0-30", "ide[0-3]|sata[0-5]|scsi(?:[12]?\\d|30)")
                    .when(
                        "the only cloud-init drive, as the provider takes any",
                        VmRules::hasOneCloudInitDrive))
            .row(),
        row(drive, "format")
            .to("initialization.file_format", TEXT)
            .computed()
            .accepts(VmRules.FILE_FORMAT)
            .row(),
        row(drive, "media").unseen("the provider writes it by itself"),
        row(drive, "size").unseen(NO_ATTRIBUTE),
        of("citype")
            .to("initialization.type", TEXT)
            .computed()
            .accepts(oneOf("configdrive2", "nocloud"))
            .row(),
        of("ciupgrade")
            .to("initialization.upgrade", FLAG)
            .absentIsNull()
            .preset(textOf("unset"))
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
        row(addresses, "ip").to("initialization.ip_config.ipv4.address", TEXT).row(),
        row(addresses, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).row(),
        row(addresses, "ip6").to("initialization.ip_config.ipv6.address", TEXT).row(),
        row(addresses, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).row(),
        of("sshkeys").to("initialization.user_account.keys", SSH_KEYS).row(),
        of("ciuser").to("initialization.user_account.username", TEXT).row(),
        of("cipassword")
            .to("initialization.user_account.password", TEXT)
            .accepts(text("no password in a file", String::isEmpty))
            .because("the server answers asterisks for it, and it belongs in no file")
            .row());
  }

  private static Row cloudInitFile(String part, String attribute) {
    return of("cicustom", part)
        .to("initialization." + attribute, TEXT)
        .computed()
        .accepts(GuestRules.FILE_ID)
        .row();
  }

  private static List<Row> deviceRows() {
    Family pci = VmFamilies.PCI_DEVICES;
    Family usb = VmFamilies.USB_DEVICES;
    Family shares = VmFamilies.SHARES;
    return List.of(
        of("agent", "enabled").bare().to("agent.enabled", FLAG).row(),
        of("agent", "fstrim_cloned_disks").to("agent.trim", FLAG).row(),
        of("agent", "type")
            .to("agent.type", TEXT)
            .both(textOf("virtio"))
            .accepts(oneOf("isa", "virtio"))
            .row(),
        of("agent", "freeze-fs").unseen(NO_ATTRIBUTE),
        of("agent", "freeze-fs-on-backup").unseen(NO_ATTRIBUTE),
        of("agent", "guest-fsfreeze").unseen(NO_ATTRIBUTE),
        of("vga", "type")
            .bare()
            .to("vga.type", TEXT)
            .absentIsNull()
            .preset(textOf("std"))
            .always()
            .accepts(VmRules.VGA)
            .row(),
        of("vga", "memory")
            .to("vga.memory", WHOLE_NUMBER)
            .both(number(16))
            .accepts(between(4, 512))
            .row(),
        of("vga", "clipboard").to("vga.clipboard", TEXT).accepts(oneOf("vnc").orEmpty()).row(),
        row(VmFamilies.SERIAL_PORTS)
            .to("serial_device.device", TEXT)
            .preset(textOf("socket"))
            .always()
            .accepts(text("socket or /dev/...", d -> d.equals("socket") || d.startsWith("/dev/")))
            .row(),
        of("audio0", "device")
            .to("audio_device.device", TEXT)
            .preset(textOf("intel-hda"))
            .accepts(oneOf("AC97", "ich9-intel-hda", "intel-hda"))
            .row(),
        of("audio0", "driver")
            .to("audio_device.driver", TEXT)
            .preset(SPICE)
            .accepts(oneOf("spice"))
            .row(),
        of("rng0", "source")
            .bare()
            .to("rng.source", TEXT)
            .accepts(text("a source", source -> !source.isEmpty()))
            .required(textOf("/dev/urandom"))
            .always()
            .row(),
        of("rng0", "max_bytes")
            .to("rng.max_bytes", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .row(),
        of("rng0", "period")
            .to("rng.period", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .row(),
        of("watchdog", "model")
            .bare()
            .to("watchdog.model", TEXT)
            .both(textOf("i6300esb"))
            .accepts(oneOf("i6300esb", "ib700"))
            .row(),
        of("watchdog", "action")
            .to("watchdog.action", TEXT)
            .both(textOf("none"))
            .accepts(oneOf("debug", "none", "pause", "poweroff", "reset", "shutdown"))
            .row(),
        row(Family.of("@always")).to("watchdog.enabled", Conversion.TRUE).row(),
        row(usb, "host").bare().to("usb.host", TEXT).row(),
        row(usb, "mapping").to("usb.mapping", TEXT).row(),
        row(usb, "usb3").to("usb.usb3", FLAG).row(),
        row(VmFamilies.HIGH_USB).unseen("the provider reads usb0 to usb3 only"),
        row(pci, KEY_NAME).to("hostpci.device", TEXT).row(),
        row(pci, "host").bare().to("hostpci.id", TEXT).row(),
        row(pci, "mapping").to("hostpci.mapping", TEXT).row(),
        row(pci, "mdev").to("hostpci.mdev", TEXT).row(),
        row(pci, "pcie").to("hostpci.pcie", FLAG).row(),
        row(pci, "rombar").to("hostpci.rombar", FLAG).absent(Flag.TRUE).row(),
        row(pci, "romfile").to("hostpci.rom_file", TEXT).row(),
        row(pci, "x-vga").to("hostpci.xvga", FLAG).row(),
        row(pci, "legacy-igd").unseen(NOT_READ),
        row(pci, "device-id").unseen(NOT_READ),
        row(pci, "vendor-id").unseen(NOT_READ),
        row(pci, "sub-device-id").unseen(NOT_READ),
        row(pci, "sub-vendor-id").unseen(NOT_READ),
        row(pci, "driver").unseen(NOT_READ),
        row(shares, "dirid")
            .bare()
            .to("virtiofs.mapping", TEXT)
            .accepts(text("a name", name -> !name.isEmpty()))
            .required(textOf("unset"))
            .always()
            .row(),
        row(shares, "cache")
            .to("virtiofs.cache", TEXT)
            .both(textOf("auto"))
            .accepts(oneOf("always", "auto", "metadata", "never"))
            .row(),
        row(shares, "direct-io").to("virtiofs.direct_io", FLAG).row(),
        row(shares, "expose-acl").to("virtiofs.expose_acl", FLAG).row(),
        row(shares, "expose-xattr").to("virtiofs.expose_xattr", FLAG).row(),
        row(VmFamilies.SHARES_WITH_ACL, "expose-acl").to("virtiofs.expose_xattr", FLAG).row());
  }

  private static List<Row> unseenRows() {
    List<Row> rows = new ArrayList<>();
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
    rows.add(row(Family.numbered("parallel")).unseen(NO_ATTRIBUTE));
    return rows;
  }

  private static List<BlockRule> blocks() {
    Predicate<MappingContext> unwritableNuma = context -> !VmRules.writesNuma(context);
    return List.of(
        BlockRule.one("operating_system", BlockRule.DIFFERS),
        BlockRule.one("cpu", BlockRule.DIFFERS),
        BlockRule.one("memory", VmRules::holdsMemory),
        BlockRule.each("numa", VmFamilies.NUMA_NODES)
            .refusedWhen(
                unwritableNuma,
                "the provider's validation wants NUMA nodes only together with cpu.numa"),
        BlockRule.one("efi_disk", VmRules::holdsEfiDisk),
        BlockRule.one("tpm_state", VmRules::holdsTpmState),
        BlockRule.each("disk", VmFamilies.DISKS).atMost(31),
        BlockRule.one("disk.speed", KEYED),
        BlockRule.one("cdrom", KEYED),
        BlockRule.each("network_device", VmFamilies.NETS)
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
        BlockRule.each("initialization.ip_config", VmFamilies.IP_CONFIGS)
            .atMost(32)
            .withEmptyGaps(),
        BlockRule.one("initialization.ip_config.ipv4", KEYED),
        BlockRule.one("initialization.ip_config.ipv6", KEYED),
        BlockRule.one("initialization.user_account", KEYED),
        BlockRule.one("agent", BlockRule.DIFFERS),
        BlockRule.one("vga", VmRules::holdsVga).leftToTheServer(),
        BlockRule.each("serial_device", VmFamilies.SERIAL_PORTS).atMost(4).withEmptyGaps(),
        BlockRule.one("audio_device", VmRules::holdsAudioDevice),
        BlockRule.one("rng", KEYED),
        BlockRule.one("watchdog", KEYED),
        BlockRule.each("usb", VmFamilies.USB_DEVICES),
        BlockRule.each("hostpci", VmFamilies.PCI_DEVICES).atMost(16),
        BlockRule.each("virtiofs", VmFamilies.SHARES).atMost(8),
        BlockRule.one("smbios", BlockRule.DIFFERS)
            .refusedWhen(
                VmRules::misreadsSmbios,
                "the provider decodes the texts as base64, and what comes out is no text"),
        BlockRule.one("amd_sev", VmRules::holdsAmdSev),
        BlockRule.one("startup", VmRules::holdsStartup));
  }

  private static Row.Draft of(String key) {
    return Row.of(Family.of(key));
  }

  private static Row.Draft of(String key, String part) {
    return Row.of(Family.of(key), part);
  }

  private static Row.Draft row(Family family) {
    return Row.of(family);
  }

  private static Row.Draft row(Family family, String part) {
    return Row.of(family, part);
  }

  private static HclValue textOf(String text) {
    return new HclValue.Text(text);
  }

  private static HclValue number(long value) {
    return HclValue.Number.of(value);
  }
}
