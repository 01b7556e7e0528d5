package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.Set;

/** What the provider asks of virtual machines alone (0.112.0). */
final class VmRules {
  static final Constraint MACHINE =
      Constraint.matching(
          "a machine type without the options of its newer forms",
          "|pc|pc(?:-i440fx)?-\\d+(?:\\.\\d+)+(?:\\+pve\\d+)?(?:\\.pxe)?|q35(?:,viommu=(?:intel|virtio))?"
              + "|pc-q35-\\d+(?:\\.\\d+)+(?:\\+pve\\d+)?(?:\\.pxe)?|virt(?:-\\d+(?:\\.\\d+)+)?(?:\\+pve\\d+)?");

  static final Constraint SCSI_HARDWARE =
      Constraint.oneOf(
          "lsi", "lsi53c810", "megasas", "pvscsi", "virtio-scsi-pci", "virtio-scsi-single");

  static final Constraint KEYBOARD =
      Constraint.oneOf(
          "da", "de", "de-ch", "en-gb", "en-us", "es", "fi", "fr", "fr-be", "fr-ca", "fr-ch", "hu",
          "is", "it", "ja", "lt", "mk", "nl", "no", "pl", "pt", "pt-br", "sl", "sv", "tr");

  static final Constraint OPERATING_SYSTEM =
      Constraint.oneOf(
          "l24", "l26", "other", "solaris", "w2k", "w2k3", "w2k8", "win10", "win11", "win7", "win8",
          "wvista", "wxp");

  static final Constraint VGA =
      Constraint.oneOf(
          "cirrus",
          "none",
          "qxl",
          "qxl2",
          "qxl3",
          "qxl4",
          "serial0",
          "serial1",
          "serial2",
          "serial3",
          "std",
          "virtio",
          "virtio-gl",
          "vmware");

  static final Constraint FILE_FORMAT = Constraint.oneOf("qcow2", "raw", "vmdk");

  static final Constraint CD_ROM_FILE =
      Constraint.text(
          "none, cdrom or storage:path",
          text ->
              text.equals("none")
                  || text.equals("cdrom")
                  || text.matches("(?i)[a-z\\d\\-_.]+:(?:[a-z\\d\\-_]+/)?.+"));

  static final Constraint RANGES =
      Constraint.matching("numbers and ranges", "\\d+(?:-\\d+)?(?:;\\d+(?:-\\d+)?)*");

  static final Constraint HOTPLUG =
      Constraint.text("0, 1 or a list of cpu, disk, memory, network, usb", VmRules::isHotplug);

  static final Constraint CPU_TYPE =
      Constraint.text(
          "a CPU model that it knows, or custom-...",
          text -> CpuModels.KNOWN.contains(text) || text.matches("custom-.+"));

  private static final Set<String> HOTPLUG_FEATURES =
      Set.of("cpu", "disk", "memory", "network", "usb");
  private static final List<String> SMBIOS_TEXTS =
      List.of("manufacturer", "product", "version", "serial", "sku", "family");

  private VmRules() {}

  private static boolean isHotplug(String text) {
    List<String> features = List.of(text.split(",", -1));
    return text.equals("0")
        || text.equals("1")
        || (HOTPLUG_FEATURES.containsAll(features)
            && Set.copyOf(features).size() == features.size());
  }

  /** Whether {@code cpu.numa} stands in the configuration, on which other attributes depend. */
  static boolean writesNuma(MappingContext context) {
    return "1".equals(context.guest().text("numa")) && context.holds("cpu");
  }

  // keephugepages: 0 is compared as another type than the default, so that the block is there.
  static boolean holdsMemory(BlockReading block, MappingContext context) {
    return block.differs() || context.guest().text("keephugepages") != null;
  }

  // Only a disk that says format=raw, lies on local-lvm and has nothing else is left out: a format
  // that the storage was asked for never compares equal.
  static boolean holdsEfiDisk(BlockReading block, MappingContext context) {
    GuestView guest = context.guest();
    return guest.text("efidisk0") != null
        && (block.differs()
            || guest.part("efidisk0", "pre-enrolled-keys") != null
            || !guest.volume("efidisk0").startsWith("local-lvm:")
            || !"raw".equals(guest.part("efidisk0", "format")));
  }

  // Keys that are there and say nothing count, too.
  static boolean holdsInitialization(BlockReading block, MappingContext context) {
    GuestView guest = context.guest();
    return block.isKeyed()
        || guest.text("cicustom") != null
        || !guest.keys(VmKeyPatterns.IP_CONFIGS).isEmpty();
  }

  static boolean hasOneCloudInitDrive(MappingContext context) {
    return context.guest().keys(VmKeyPatterns.CLOUD_INIT).size() == 1;
  }

  static boolean hasOneCloudInitStorage(MappingContext context) {
    GuestView guest = context.guest();
    return guest.keys(VmKeyPatterns.CLOUD_INIT).stream()
            .map(key -> guest.volume(key).split(":", -1)[0])
            .distinct()
            .count()
        <= 1;
  }

  static boolean holdsTpmState(BlockReading block, MappingContext context) {
    return context.guest().text("tpmstate0") != null && block.differs();
  }

  static boolean holdsVga(BlockReading block, MappingContext context) {
    return context.guest().text("vga") != null && block.differs();
  }

  static boolean holdsAmdSev(BlockReading block, MappingContext context) {
    return context.guest().text("amd-sev") != null && block.differs();
  }

  static boolean holdsAudioDevice(BlockReading block, MappingContext context) {
    return context.guest().text("audio0") != null;
  }

  static boolean holdsStartup(BlockReading block, MappingContext context) {
    return context.guest().text("startup") != null;
  }

  /** Whether a text of smbios1 is read as base64 although it is none, or is no text at all. */
  static boolean misreadsSmbios(MappingContext context) {
    GuestView guest = context.guest();
    boolean encoded = "1".equals(guest.part("smbios1", "base64"));
    for (String name : SMBIOS_TEXTS) {
      String text = guest.part("smbios1", name);
      if (text != null
          && !text.isEmpty()
          && (!encoded || Conversion.BASE64.reader().read(text) instanceof Reading.Nothing)) {
        return true;
      }
    }
    return false;
  }
}
