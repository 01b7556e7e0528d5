package io.github.proxmoxmpc.api.value;

import java.util.Locale;

/** Where in a guest a disk is plugged in. The order is that of {@link DiskSlot}. */
public enum DiskBus {
  /** IDE, of a VM. */
  IDE,
  /** SATA, of a VM. */
  SATA,
  /** SCSI, of a VM. */
  SCSI,
  /** VirtIO block, of a VM. */
  VIRTIO,
  /** The disk for the variables of the firmware, of a VM. */
  EFIDISK,
  /** The disk for the state of the TPM, of a VM. */
  TPMSTATE,
  /** The root of a container; it has but one slot, which bears no number. */
  ROOTFS,
  /** A mount point of a container. */
  MP,
  /** A volume of the guest that is plugged in nowhere. */
  UNUSED;

  /** How it begins in the configuration: {@code scsi}. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
