package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Names of resources.
 *
 * <p>They are made of ids alone. A guest can be renamed on the server, and a resource whose name
 * follows would be destroyed under its old name and made anew under the next one.
 */
final class Names {
  private Names() {}

  static String of(GuestState guest) {
    return (guest instanceof ContainerState ? "ct_" : "vm_") + guest.id();
  }

  /** The id, where it is an identifier; else with a checksum, so that it stays unique. */
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
