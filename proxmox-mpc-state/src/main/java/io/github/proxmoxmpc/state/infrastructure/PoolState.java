package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource pool.
 *
 * @param id its id; {@code /} separates the levels of a nested pool
 * @param comment its comment; null if it has none
 * @param guests its guests, sorted by id
 * @param storages its storages, sorted by id
 */
public record PoolState(
    PoolId id, @Nullable String comment, List<VmId> guests, List<StorageId> storages) {
  /** Copies and sorts the lists. */
  public PoolState {
    guests = guests.stream().sorted().toList();
    storages = storages.stream().sorted().toList();
  }
}
