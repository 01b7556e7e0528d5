package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Creates the names of Terraform resources.
 *
 * <p>The names consist of ids only. If a name followed the guest's name, renaming the guest on the
 * server would make Terraform destroy the resource and create it again.
 */
final class ResourceNames {
  private ResourceNames() {}

  static String of(GuestState guest) {
    return (guest instanceof ContainerState ? "ct_" : "vm_") + guest.vmid();
  }

  /** Returns a name for a pool, with a checksum if its id is not an identifier. */
  static String of(PoolId pool) {
    String plain = pool.value().replaceAll("[^A-Za-z0-9_-]", "_");
    if (plain.equals(pool.value())) {
      return "pool_" + plain;
    }
    CRC32 checksum = new CRC32();
    checksum.update(pool.value().getBytes(StandardCharsets.UTF_8));
    return String.format("pool_%s-%08x", plain, checksum.getValue());
  }
}
