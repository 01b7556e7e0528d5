package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedBlock;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedValue;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingContext;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ResourceView;
import java.util.List;
import java.util.Set;

/** Validation rules and block rules of the provider that apply only to VMs (0.112.0). */
final class VmConstraints {
  static final Constraint MACHINE =
      Constraint.matching(
          "a machine type without newer options",
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
      Constraint.text(
          "0, 1 or a list of cpu, disk, memory, network, usb", VmConstraints::isHotplug);

  static final Constraint CPU_TYPE =
      Constraint.text(
          "a supported CPU model, or custom-...",
          text -> SupportedCpuModels.KNOWN.contains(text) || text.matches("custom-.+"));

  private static final Set<String> HOTPLUG_FEATURES =
      Set.of("cpu", "disk", "memory", "network", "usb");
  private static final List<String> SMBIOS_TEXTS =
      List.of("manufacturer", "product", "version", "serial", "sku", "family");

  private VmConstraints() {}

  private static boolean isHotplug(String text) {
    List<String> features = List.of(text.split(",", -1));
    return text.equals("0")
        || text.equals("1")
        || (HOTPLUG_FEATURES.containsAll(features)
            && Set.copyOf(features).size() == features.size());
  }

  /** Returns whether {@code cpu.numa} is written, which other attributes require. */
  static boolean writesNuma(MappingContext context) {
    return "1".equals(context.view().text("numa")) && context.holds("cpu");
  }

  // The provider compares keephugepages: 0 and its default as different types, so it keeps the
  // block.
  static boolean holdsMemory(DecodedBlock block, MappingContext context) {
    return block.differs() || context.view().text("keephugepages") != null;
  }

  // The provider omits only a disk on local-lvm with format=raw and no other property. A format
  // that
  // it read from the storage never equals the default.
  static boolean holdsEfiDisk(DecodedBlock block, MappingContext context) {
    ResourceView guest = context.view();
    return guest.text("efidisk0") != null
        && (block.differs()
            || guest.property("efidisk0", "pre-enrolled-keys") != null
            || !GuestView.volume(guest, "efidisk0").startsWith("local-lvm:")
            || !"raw".equals(guest.property("efidisk0", "format")));
  }

  // Keys without a value count as well.
  static boolean holdsInitialization(DecodedBlock block, MappingContext context) {
    ResourceView guest = context.view();
    return block.isKeyed()
        || guest.text("cicustom") != null
        || !guest.keys(VmKeyPatterns.IP_CONFIGS).isEmpty();
  }

  static boolean hasOneCloudInitDrive(MappingContext context) {
    return context.view().keys(VmKeyPatterns.CLOUD_INIT).size() == 1;
  }

  static boolean hasOneCloudInitStorage(MappingContext context) {
    ResourceView guest = context.view();
    return guest.keys(VmKeyPatterns.CLOUD_INIT).stream()
            .map(key -> GuestView.volume(guest, key).split(":", -1)[0])
            .distinct()
            .count()
        <= 1;
  }

  static boolean holdsTpmState(DecodedBlock block, MappingContext context) {
    return context.view().text("tpmstate0") != null && block.differs();
  }

  static boolean holdsVga(DecodedBlock block, MappingContext context) {
    return context.view().text("vga") != null && block.differs();
  }

  static boolean holdsAmdSev(DecodedBlock block, MappingContext context) {
    return context.view().text("amd-sev") != null && block.differs();
  }

  static boolean holdsAudioDevice(DecodedBlock block, MappingContext context) {
    return context.view().text("audio0") != null;
  }

  static boolean holdsStartup(DecodedBlock block, MappingContext context) {
    return context.view().text("startup") != null;
  }

  /** Returns whether the provider decodes a plain text of smbios1 as base64, or decodes garbage. */
  static boolean misreadsSmbios(MappingContext context) {
    ResourceView guest = context.view();
    boolean encoded = "1".equals(guest.property("smbios1", "base64"));
    for (String name : SMBIOS_TEXTS) {
      String text = guest.property("smbios1", name);
      if (text != null
          && !text.isEmpty()
          && (!encoded || Conversion.BASE64.decode(text) instanceof DecodedValue.Absent)) {
        return true;
      }
    }
    return false;
  }
}
