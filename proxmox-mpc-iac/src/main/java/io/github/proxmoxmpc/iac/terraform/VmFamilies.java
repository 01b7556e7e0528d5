package io.github.proxmoxmpc.iac.terraform;

import java.util.regex.Pattern;

/** The numbered keys of a virtual machine, by what the provider takes them for. */
final class VmFamilies {
  private static final Pattern DRIVE = Pattern.compile("(?:ide|sata|scsi|virtio)\\d+");

  /** Everything on a bus. */
  static final Family DRIVES =
      new Family("ide|sata|scsi|virtio[n]", (guest, key) -> DRIVE.matcher(key).matches());

  /** What becomes a disk block. */
  static final Family DISKS = DRIVES.that("(disk) ide|sata|scsi|virtio[n]", VmFamilies::isDisk);

  /** Disks whose format is not said but by the extension of the volume, if at all. */
  static final Family DISKS_WITHOUT_FORMAT =
      DISKS.that(
          "(disk without format) ide|sata|scsi|virtio[n]",
          (guest, key) -> guest.part(key, "format") == null);

  /** The drive that carries the cloud-init data of this very machine. */
  static final Family CLOUD_INIT =
      DRIVES.that("(cloud-init) ide|sata|scsi[n]", VmFamilies::isCloudInit);

  /** CD-ROM drives, empty ones too, that are not on ide3. */
  static final Family CD_ROMS =
      DRIVES.that(
          "(CD-ROM) ide|sata|scsi[n]",
          (guest, key) -> !key.equals("ide3") && !isDisk(guest, key) && !isCloudInit(guest, key));

  /** The one drive that the provider imports as a CD-ROM, whatever it is. */
  static final Family IDE3 = Family.of("ide3");

  static final Family NETS = Family.numbered("net");
  static final Family IP_CONFIGS = Family.numbered("ipconfig");
  static final Family SERIAL_PORTS = Family.numbered("serial");
  static final Family PCI_DEVICES = Family.numbered("hostpci");
  static final Family SHARES = Family.numbered("virtiofs");

  static final Family SHARES_WITH_ACL =
      SHARES.that(
          "(with ACL) virtiofs[n]", (guest, key) -> "1".equals(guest.part(key, "expose-acl")));

  static final Family USB_DEVICES =
      Family.numbered("usb").that("usb[0-3]", (guest, key) -> NaturalOrder.number(key) < 4);

  static final Family HIGH_USB =
      Family.numbered("usb").that("usb[4-]", (guest, key) -> NaturalOrder.number(key) >= 4);

  static final Family NUMA_NODES = Family.numbered("numa").that("numa[n]", VmFamilies::isNumaNode);

  static final Family NUMA_BARE =
      Family.numbered("numa").that("(not pinned) numa[n]", (guest, key) -> !isNumaNode(guest, key));

  private VmFamilies() {}

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
