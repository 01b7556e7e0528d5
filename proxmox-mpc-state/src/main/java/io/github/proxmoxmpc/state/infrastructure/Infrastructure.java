package io.github.proxmoxmpc.state.infrastructure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole cluster at one point in time. The lists are unmodifiable and sorted by name or id.
 *
 * @param nodes the nodes of the cluster
 * @param vms the virtual machines, templates included
 * @param containers the containers, templates included
 * @param storages the storages in the configuration of the cluster
 * @param pools the resource pools, nested ones included
 */
public record Infrastructure(
    List<NodeState> nodes,
    List<VmState> vms,
    List<ContainerState> containers,
    List<StorageState> storages,
    List<PoolState> pools) {

  /** Copies and sorts the lists. */
  public Infrastructure {
    nodes = nodes.stream().sorted(Comparator.comparing(NodeState::name)).toList();
    vms = vms.stream().sorted(Comparator.comparing(VmState::vmid)).toList();
    containers = containers.stream().sorted(Comparator.comparing(ContainerState::vmid)).toList();
    storages = storages.stream().sorted(Comparator.comparing(StorageState::id)).toList();
    pools = pools.stream().sorted(Comparator.comparing(PoolState::id)).toList();
  }

  /** Returns all guests, virtual machines first. */
  public Stream<GuestState> guests() {
    return Stream.concat(vms.stream(), containers.stream());
  }
}
