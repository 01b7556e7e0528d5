package io.github.proxmoxmpc.iac.terraform;

import java.util.regex.Pattern;

/** The numbered keys of a virtual machine, by what the provider takes them for. */
final class VmKeyPatterns {
  private static final Pattern DRIVE = Pattern.compile("(?:ide|sata|scsi|virtio)\\d+");

  /** Everything on a bus. */
  static final KeyPattern DRIVES =
      new KeyPattern("ide|sata|scsi|virtio[n]", (guest, key) -> DRIVE.matcher(key).matches());

  /** What becomes a disk block. */
  static final KeyPattern DISKS =
      DRIVES.that("(disk) ide|sata|scsi|virtio[n]", VmKeyPatterns::isDisk);

  /** Disks whose format is not said but by the extension of the volume, if at all. */
  static final KeyPattern DISKS_WITHOUT_FORMAT =
      DISKS.that(
          "(disk without format) ide|sata|scsi|virtio[n]",
          (guest, key) -> guest.part(key, "format") == null);

  /** The drive that carries the cloud-init data of this very machine. */
  static final KeyPattern CLOUD_INIT =
      DRIVES.that("(cloud-init) ide|sata|scsi[n]", VmKeyPatterns::isCloudInit);

  /** CD-ROM drives, empty ones too, that are not on ide3. */
  static final KeyPattern CD_ROMS =
      DRIVES.that(
          "(CD-ROM) ide|sata|scsi[n]",
          (guest, key) -> !key.equals("ide3") && !isDisk(guest, key) && !isCloudInit(guest, key));

  /** The one drive that the provider imports as a CD-ROM, whatever it is. */
  static final KeyPattern IDE3 = KeyPattern.of("ide3");

  static final KeyPattern NETS = KeyPattern.numbered("net");
  static final KeyPattern IP_CONFIGS = KeyPattern.numbered("ipconfig");
  static final KeyPattern SERIAL_PORTS = KeyPattern.numbered("serial");
  static final KeyPattern PCI_DEVICES = KeyPattern.numbered("hostpci");
  static final KeyPattern SHARES = KeyPattern.numbered("virtiofs");

  static final KeyPattern SHARES_WITH_ACL =
      SHARES.that(
          "(with ACL) virtiofs[n]", (guest, key) -> "1".equals(guest.part(key, "expose-acl")));

  static final KeyPattern USB_DEVICES =
      KeyPattern.numbered("usb").that("usb[0-3]", (guest, key) -> NaturalOrder.number(key) < 4);

  static final KeyPattern HIGH_USB =
      KeyPattern.numbered("usb").that("usb[4-]", (guest, key) -> NaturalOrder.number(key) >= 4);

  static final KeyPattern NUMA_NODES =
      KeyPattern.numbered("numa").that("numa[n]", VmKeyPatterns::isNumaNode);

  static final KeyPattern NUMA_BARE =
      KeyPattern.numbered("numa")
          .that("(not pinned) numa[n]", (guest, key) -> !isNumaNode(guest, key));

  private VmKeyPatterns() {}

  private static boolean isDisk(GuestView guest, String key) {
    return !guest.volume(key).equals("none")
        && !"cdrom".equals(guest.part(key, "media"))
        && !isCloudInit(guest, key);
  }

  static boolean isCloudInit(GuestView guest, String key) {
    return guest.volume(key).contains("vm-" + guest.guest().id() + "-cloudinit");
  }

  private static boolean isNumaNode(GuestView guest, String key) {
    return guest.part(key, "cpus") != null && guest.part(key, "hostnodes") != null;
  }
}
