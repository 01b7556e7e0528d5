package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.NaturalOrder;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ResourceView;
import java.util.regex.Pattern;

/** The key patterns of a VM, grouped as the provider interprets the keys. */
final class VmKeyPatterns {
  private static final Pattern DRIVE = Pattern.compile("(?:ide|sata|scsi|virtio)\\d+");

  /** All drives on any bus. */
  static final KeyPattern DRIVES =
      new KeyPattern("ide|sata|scsi|virtio[n]", (guest, key) -> DRIVE.matcher(key).matches());

  /** Drives that become a disk block. */
  static final KeyPattern DISKS =
      DRIVES.where("(disk) ide|sata|scsi|virtio[n]", VmKeyPatterns::isDisk);

  /** Disks without a format property; the extension of the volume may tell the format. */
  static final KeyPattern DISKS_WITHOUT_FORMAT =
      DISKS.where(
          "(disk without format) ide|sata|scsi|virtio[n]",
          (guest, key) -> guest.property(key, "format") == null);

  /** The drive with the cloud-init data of this VM. */
  static final KeyPattern CLOUD_INIT =
      DRIVES.where("(cloud-init) ide|sata|scsi[n]", VmKeyPatterns::isCloudInit);

  /** CD-ROM drives, including empty ones, that are not on ide3. */
  static final KeyPattern CD_ROMS =
      DRIVES.where(
          "(CD-ROM) ide|sata|scsi[n]",
          (guest, key) -> !key.equals("ide3") && !isDisk(guest, key) && !isCloudInit(guest, key));

  /** The only drive that the provider imports as a CD-ROM drive, regardless of its media. */
  static final KeyPattern IDE3 = KeyPattern.of("ide3");

  static final KeyPattern NETS = KeyPattern.numbered("net");
  static final KeyPattern IP_CONFIGS = KeyPattern.numbered("ipconfig");
  static final KeyPattern SERIAL_PORTS = KeyPattern.numbered("serial");
  static final KeyPattern PCI_DEVICES = KeyPattern.numbered("hostpci");
  static final KeyPattern SHARES = KeyPattern.numbered("virtiofs");

  static final KeyPattern SHARES_WITH_ACL =
      SHARES.where(
          "(with ACL) virtiofs[n]", (guest, key) -> "1".equals(guest.property(key, "expose-acl")));

  static final KeyPattern USB_DEVICES =
      KeyPattern.numbered("usb").where("usb[0-3]", (guest, key) -> NaturalOrder.number(key) < 4);

  static final KeyPattern HIGH_USB =
      KeyPattern.numbered("usb").where("usb[4-]", (guest, key) -> NaturalOrder.number(key) >= 4);

  static final KeyPattern NUMA_NODES =
      KeyPattern.numbered("numa").where("numa[n]", VmKeyPatterns::isNumaNode);

  static final KeyPattern NUMA_BARE =
      KeyPattern.numbered("numa")
          .where("(not pinned) numa[n]", (guest, key) -> !isNumaNode(guest, key));

  private VmKeyPatterns() {}

  private static boolean isDisk(ResourceView guest, String key) {
    return !GuestView.volume(guest, key).equals("none")
        && !"cdrom".equals(guest.property(key, "media"))
        && !isCloudInit(guest, key);
  }

  static boolean isCloudInit(ResourceView guest, String key) {
    return GuestView.volume(guest, key).contains("vm-" + guest.text("@vmid") + "-cloudinit");
  }

  private static boolean isNumaNode(ResourceView guest, String key) {
    return guest.property(key, "cpus") != null && guest.property(key, "hostnodes") != null;
  }
}
