package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource pool.
 *
 * @param id its id; {@code /} parts the levels of a nested one
 * @param comment what is said of it
 * @param guests the guests in it, by id
 * @param storages the storages in it, by id
 */
public record PoolState(
    PoolId id, @Nullable String comment, List<VmId> guests, List<StorageId> storages) {
  /** Copies and sorts the lists. */
  public PoolState {
    guests = guests.stream().sorted().toList();
    storages = storages.stream().sorted().toList();
  }
}
