package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A question about guests. Every condition narrows what the ones before it left; the database
 * evaluates them all.
 *
 * <p>Immutable and thread-safe: a condition answers a new question and leaves this one as it was.
 *
 * @param <T> the kind of guest
 * @param <Q> the kind of question
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

  /** The guest of this id. */
  public Q id(VmId id) {
    return where(c -> c.number = id.value());
  }

  /** The guest of this id. */
  public Q id(int id) {
    return id(VmId.of(id));
  }

  /** Guests with ids from the first to the last, both included. */
  public Q idBetween(int first, int last) {
    return where(
        c -> {
          c.lowest = first;
          c.highest = last;
        });
  }

  /** Guests of exactly this name (for containers: host name). */
  public Q named(String name) {
    return where(c -> c.name = ResourceCodec.indexable(name));
  }

  /** Guests on one of these nodes. */
  public Q on(NodeName... nodes) {
    return where(c -> c.nodes = Arrays.stream(nodes).map(NodeName::value).toList());
  }

  /** Guests on this node. */
  public Q on(String node) {
    return on(NodeName.of(node));
  }

  /** Guests of one of these states. */
  public Q status(GuestStatus... statuses) {
    return where(c -> c.statuses = Arrays.stream(statuses).map(GuestStatus::name).toList());
  }

  /** Guests that run. */
  public Q running() {
    return status(GuestStatus.RUNNING);
  }

  /** Guests that are stopped; templates are too. */
  public Q stopped() {
    return status(GuestStatus.STOPPED);
  }

  /** Guests that bear all of these tags, as they are written in their configuration. */
  public Q tagged(String... tags) {
    return where(c -> c.addTags(Arrays.stream(tags).map(ResourceCodec::indexable).toList()));
  }

  /** Members of this pool, not of the pools in it. */
  public Q inPool(PoolId pool) {
    return where(c -> c.pool = pool.value());
  }

  /** Members of this pool, not of the pools in it. */
  public Q inPool(String pool) {
    return inPool(PoolId.of(pool));
  }

  /** Members of this pool and of all pools in it. */
  public Q inPoolTree(PoolId pool) {
    return where(c -> c.poolTree = pool.value());
  }

  /** Members of this pool and of all pools in it. */
  public Q inPoolTree(String pool) {
    return inPoolTree(PoolId.of(pool));
  }

  /** Templates only. */
  public Q templates() {
    return where(c -> c.template = true);
  }

  /** No templates. */
  public Q withoutTemplates() {
    return where(c -> c.template = false);
  }

  /** Guests that are kept although the last sync could not confirm them. */
  public Q stale() {
    return where(c -> c.stale = true);
  }

  /** Guests that the last sync saw. */
  public Q confirmed() {
    return where(c -> c.stale = false);
  }

  /**
   * The guests, by id.
   *
   * @throws StateException if the store cannot be read
   */
  public List<T> list() {
    return view.rows(filter).stream().map(row -> guest(row.id(), row.content())).toList();
  }

  /** The guest of the lowest id, if there is any. */
  public Optional<T> first() {
    return where(c -> c.limit = 1).list().stream().findFirst();
  }

  /** How many they are; quicker than to list them. */
  public long count() {
    return view.count(filter);
  }
}
