package io.github.proxmoxmpc.api.value;

import java.util.Locale;

/** The bus of a disk. Declared in the order of {@link DiskSlot}. */
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
  /** The root of a container; it has one slot, without a number. */
  ROOTFS,
  /** A mount point of a container. */
  MP,
  /** A volume of the guest that is not attached. */
  UNUSED;

  /** Returns the prefix of its keys in the configuration, such as {@code scsi}. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
