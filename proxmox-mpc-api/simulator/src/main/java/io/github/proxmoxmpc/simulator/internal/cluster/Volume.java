package io.github.proxmoxmpc.simulator.internal.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a storage: a disk image, an ISO, a backup, ...
 *
 * @param volid {@code local:iso/a.iso}
 * @param content {@code images}, {@code rootdir}, {@code iso}, {@code vztmpl}, {@code backup},
 *     {@code snippets} or {@code import}
 * @param format {@code raw}, {@code qcow2}, {@code subvol}, {@code iso}, {@code tgz}, ...
 * @param size bytes
 * @param vmid the guest that it belongs to, or null
 */
public record Volume(
    String volid, String content, String format, long size, @Nullable Integer vmid) {
  /** The part after the storage's name. */
  public String path() {
    return volid.substring(volid.indexOf(':') + 1);
  }
}
