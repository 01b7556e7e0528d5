package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.GuestConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A guest whose node is found before each call.
 *
 * @param <P> its place in the path tree
 * @param <C> its configuration
 * @param <D> what only its kind tells of its state
 */
abstract sealed class LocatedGuest<P, C extends GuestConfig, D extends ApiResult> implements Guest
    permits Vm, Container {
  private final VmId vmid;
  private final NodeResolver whereabouts;
  private final GuestCalls<P, C, D> calls;

  LocatedGuest(VmId vmid, NodeResolver whereabouts, GuestCalls<P, C, D> calls) {
    this.vmid = vmid;
    this.whereabouts = whereabouts;
    this.calls = calls;
  }

  @Override
  public final VmId vmid() {
    return vmid;
  }

  @Override
  public final NodeName node() {
    return whereabouts.node();
  }

  @Override
  public final CompletableFuture<NodeName> nodeAsync() {
    return whereabouts.nodeAsync();
  }

  /**
   * Its place in the path tree, for everything not offered here. It stays where it is now; to find
   * that out, a call may be needed: see {@link #node}.
   */
  public final P path() {
    return on(node());
  }

  /** Its place in the path tree, as {@link #path} finds it, without a thread that waits. */
  public final CompletableFuture<P> pathAsync() {
    return CancellableChain.map(nodeAsync(), this::on);
  }

  @Override
  public final C config() {
    return now(calls.config());
  }

  @Override
  public final CompletableFuture<C> configAsync() {
    return later(calls.config());
  }

  @Override
  public final C config(SnapshotName snapshot) {
    return now(calls.config(snapshot));
  }

  @Override
  public final CompletableFuture<C> configAsync(SnapshotName snapshot) {
    return later(calls.config(snapshot));
  }

  @Override
  public final PendingConfig<C> pending() {
    return now(calls.pending());
  }

  @Override
  public final CompletableFuture<PendingConfig<C>> pendingAsync() {
    return later(calls.pending());
  }

  @Override
  public final GuestStatus<D> status() {
    return now(calls.status());
  }

  @Override
  public final CompletableFuture<GuestStatus<D>> statusAsync() {
    return later(calls.status());
  }

  @Override
  public final Task start() {
    return now(calls.start());
  }

  @Override
  public final CompletableFuture<Task> startAsync() {
    return later(calls.start());
  }

  @Override
  public final Task stop() {
    return now(calls.stop());
  }

  @Override
  public final CompletableFuture<Task> stopAsync() {
    return later(calls.stop());
  }

  @Override
  public final Task shutdown() {
    return now(calls.shutdown());
  }

  @Override
  public final CompletableFuture<Task> shutdownAsync() {
    return later(calls.shutdown());
  }

  @Override
  public final Task reboot() {
    return now(calls.reboot());
  }

  @Override
  public final CompletableFuture<Task> rebootAsync() {
    return later(calls.reboot());
  }

  private P on(NodeName node) {
    return calls.place(node, vmid);
  }

  private <T> T now(Call<P, T> call) {
    return call.blocking().apply(path());
  }

  private <T> CompletableFuture<T> later(Call<P, T> call) {
    return later(call.async());
  }

  final <T> CompletableFuture<T> later(Function<P, CompletableFuture<T>> call) {
    return CancellableChain.then(nodeAsync(), node -> call.apply(on(node)));
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + vmid + "]";
  }
}
