package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A view of one revision, or of the revision that is the latest at each query. Each result belongs
 * to one complete revision, even during a sync. Thread-safe.
 *
 * <pre>{@code
 * List<VmState> idle = view.vms().tagged("prod").stopped().list();
 * }</pre>
 */
public final class StateView {
  private final StateDatabase database;
  private final @Nullable Revision fixed;

  StateView(StateDatabase database, @Nullable Revision fixed) {
    this.database = database;
    this.fixed = fixed;
  }

  /** Returns the revision of this view; empty if the store has none. */
  public Optional<Revision> revision() {
    if (fixed != null) {
      return Optional.of(fixed);
    }
    return Optional.ofNullable(database.read(ResourceMapper.class, ResourceMapper::latestRevision))
        .map(Revision::of);
  }

  /** Creates a query for nodes. */
  public NodeQuery nodes() {
    return new NodeQuery(this, node -> true);
  }

  /** Creates a query for virtual machines. */
  public VmQuery vms() {
    return new VmQuery(this, ResourceFilter.of(ResourceKind.VM));
  }

  /** Creates a query for containers. */
  public ContainerQuery containers() {
    return new ContainerQuery(this, ResourceFilter.of(ResourceKind.CONTAINER));
  }

  /** Creates a query for storages. */
  public StorageQuery storages() {
    return new StorageQuery(this, storage -> true);
  }

  /** Creates a query for resource pools. */
  public PoolQuery pools() {
    return new PoolQuery(this, pool -> true);
  }

  /** Returns the resources that the sync of this revision could not confirm. */
  public List<StaleResource> stale() {
    long revision = number();
    return database.read(ResourceMapper.class, mapper -> mapper.stale(revision)).stream()
        .map(StaleResource::of)
        .toList();
  }

  /** Returns the whole cluster; empty lists if the store has no revision. */
  public Infrastructure infrastructure() {
    long revision = number();
    List<NodeState> nodes = new ArrayList<>();
    List<VmState> vms = new ArrayList<>();
    List<ContainerState> containers = new ArrayList<>();
    List<StorageState> storages = new ArrayList<>();
    List<PoolState> pools = new ArrayList<>();
    for (ResourceRow row : database.read(ResourceMapper.class, mapper -> mapper.all(revision))) {
      switch (ResourceKind.ofColumn(row.kind())) {
        case NODE -> nodes.add(ResourceCodec.node(row.id(), row.content()));
        case VM -> vms.add(ResourceCodec.vm(row.id(), row.content()));
        case CONTAINER -> containers.add(ResourceCodec.container(row.id(), row.content()));
        case STORAGE -> storages.add(ResourceCodec.storage(row.id(), row.content()));
        case POOL -> pools.add(ResourceCodec.pool(row.id(), row.content()));
      }
    }
    return new Infrastructure(nodes, vms, containers, storages, pools);
  }

  /** Returns the keys of all resources. */
  public SortedSet<ResourceKey> keys() {
    long revision = number();
    SortedSet<ResourceKey> keys = new TreeSet<>();
    for (KeyRow row : database.read(ResourceMapper.class, mapper -> mapper.keys(revision))) {
      keys.add(new ResourceKey(ResourceKind.ofColumn(row.kind()), row.id()));
    }
    return keys;
  }

  List<ResourceRow> rows(ResourceFilter filter) {
    long revision = number();
    return database.read(ResourceMapper.class, mapper -> mapper.matching(revision, filter));
  }

  long count(ResourceFilter filter) {
    long revision = number();
    return database.<ResourceMapper, Long>read(
        ResourceMapper.class, mapper -> mapper.count(revision, filter));
  }

  /** Returns the number of the revision; without a revision 0, which matches nothing. */
  private long number() {
    return revision().map(Revision::number).orElse(0L);
  }
}
