package io.github.proxmoxmpc.state.infrastructure;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A storage in the configuration of the cluster.
 *
 * @param id its id
 * @param type its type: {@code dir}, {@code lvmthin}, {@code zfspool}, ...
 * @param config its configuration as texts by key, without secrets
 * @param availableOn the nodes on which it was reachable at the sync
 */
public record StorageState(
    StorageId id, String type, SortedMap<String, String> config, SortedSet<NodeName> availableOn) {
  /** Copies the collections. */
  public StorageState {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    availableOn = Collections.unmodifiableSortedSet(new TreeSet<>(availableOn));
  }
}
