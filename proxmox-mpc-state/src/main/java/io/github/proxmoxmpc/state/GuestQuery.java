package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A query for guests. A guest must meet all conditions. The database evaluates them.
 *
 * <p>Immutable and thread-safe: adding a condition returns a new query.
 *
 * @param <T> the type of guest
 * @param <Q> the type of query
 */
public abstract sealed class GuestQuery<T extends GuestState, Q extends GuestQuery<T, Q>>
    permits VmQuery, ContainerQuery {
  private final StateView view;
  private final ResourceFilter filter;

  GuestQuery(StateView view, ResourceFilter filter) {
    this.view = view;
    this.filter = filter;
  }

  abstract Q copy(StateView view, ResourceFilter filter);

  abstract T guest(String id, String content);

  private Q where(Consumer<ResourceFilter> condition) {
    return copy(view, filter.with(condition));
  }

  /** Selects the guest with this id. */
  public Q vmid(VmId vmid) {
    return where(c -> c.number = vmid.value());
  }

  /** Selects the guest with this id. */
  public Q vmid(int vmid) {
    return vmid(VmId.of(vmid));
  }

  /** Selects guests by a range of ids, both ends included. */
  public Q vmidBetween(int first, int last) {
    return where(
        c -> {
          c.lowest = first;
          c.highest = last;
        });
  }

  /** Selects guests with exactly this name (for containers: host name). */
  public Q named(String name) {
    return where(c -> c.name = ResourceCodec.indexable(name));
  }

  /** Selects guests on any of these nodes. */
  public Q on(NodeName... nodes) {
    return where(c -> c.nodes = Arrays.stream(nodes).map(NodeName::value).toList());
  }

  /** Selects guests on this node. */
  public Q on(String node) {
    return on(NodeName.of(node));
  }

  /** Selects guests in any of these power states. */
  public Q powerState(PowerState... states) {
    return where(c -> c.statuses = Arrays.stream(states).map(PowerState::name).toList());
  }

  /** Selects running guests. */
  public Q running() {
    return powerState(PowerState.RUNNING);
  }

  /** Selects stopped guests, including templates. */
  public Q stopped() {
    return powerState(PowerState.STOPPED);
  }

  /** Selects guests with all of these tags, spelled as in the configuration. */
  public Q tagged(String... tags) {
    return where(c -> c.addTags(Arrays.stream(tags).map(ResourceCodec::indexable).toList()));
  }

  /** Selects members of this pool, without its nested pools. */
  public Q inPool(PoolId pool) {
    return where(c -> c.pool = pool.value());
  }

  /** Selects members of this pool, without its nested pools. */
  public Q inPool(String pool) {
    return inPool(PoolId.of(pool));
  }

  /** Selects members of this pool and of its nested pools. */
  public Q inPoolTree(PoolId pool) {
    return where(c -> c.poolTree = pool.value());
  }

  /** Selects members of this pool and of its nested pools. */
  public Q inPoolTree(String pool) {
    return inPoolTree(PoolId.of(pool));
  }

  /** Selects templates. */
  public Q templates() {
    return where(c -> c.template = true);
  }

  /** Excludes templates. */
  public Q withoutTemplates() {
    return where(c -> c.template = false);
  }

  /** Selects guests that the last sync could not confirm. */
  public Q stale() {
    return where(c -> c.stale = true);
  }

  /** Selects guests that the last sync confirmed. */
  public Q confirmed() {
    return where(c -> c.stale = false);
  }

  /**
   * Returns the guests, sorted by id.
   *
   * @throws StateException if the store cannot be read
   */
  public List<T> list() {
    return view.rows(filter).stream().map(row -> guest(row.id(), row.content())).toList();
  }

  /** Returns the guest with the lowest id, if there is any. */
  public Optional<T> first() {
    return where(c -> c.limit = 1).list().stream().findFirst();
  }

  /** Counts the guests, which is faster than listing them. */
  public long count() {
    return view.count(filter);
  }
}
