package io.github.proxmoxmpc.simulator.internal.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a storage, such as a disk image, an ISO or a backup.
 *
 * @param volid the volume id, {@code local:iso/a.iso}
 * @param content {@code images}, {@code rootdir}, {@code iso}, {@code vztmpl}, {@code backup},
 *     {@code snippets} or {@code import}
 * @param format {@code raw}, {@code qcow2}, {@code subvol}, {@code iso}, {@code tgz}, ...
 * @param size size in bytes
 * @param vmid the guest that owns the volume, or null
 */
public record Volume(
    String volid, String content, String format, long size, @Nullable Integer vmid) {
  /** Returns the part after the storage id. */
  public String path() {
    return volid.substring(volid.indexOf(':') + 1);
  }
}
