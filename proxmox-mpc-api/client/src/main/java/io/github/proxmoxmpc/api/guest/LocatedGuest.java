package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.guest.config.GuestConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The methods that VMs and containers share. {@link Guest} documents them.
 *
 * @param <P> the place of the guest in the path tree
 * @param <C> the type of its configuration
 * @param <D> the type of its current status
 */
abstract class LocatedGuest<P, C extends GuestConfig, D extends ApiResult> {
  private final VmId vmid;
  private final GuestLocation location;
  private final GuestCalls<P, C, D> calls;

  LocatedGuest(VmId vmid, GuestLocation location, GuestCalls<P, C, D> calls) {
    this.vmid = vmid;
    this.location = location;
    this.calls = calls;
  }

  /** Returns the id; see {@link Guest#vmid}. */
  public final VmId vmid() {
    return vmid;
  }

  /** Returns the row of the cluster's list; see {@link Guest#summary}. */
  public final GuestSummary summary() {
    return location.get();
  }

  /** Returns the row of the cluster's list asynchronously; see {@link Guest#summary}. */
  public final CompletableFuture<GuestSummary> summaryAsync() {
    return location.getAsync();
  }

  /** Returns the node; see {@link Guest#node}. */
  public final NodeName node() {
    return location.get().node();
  }

  /** Returns the node asynchronously; see {@link Guest#node}. */
  public final CompletableFuture<NodeName> nodeAsync() {
    return CancellableChain.map(location.getAsync(), GuestSummary::node);
  }

  /**
   * Returns the place of the guest in the path tree, for every operation that this type lacks. The
   * place names the node of the guest at this moment, and does not follow a migration.
   */
  public final P path() {
    return on(location.get());
  }

  /** Asynchronous variant of {@link #path}. */
  public final CompletableFuture<P> pathAsync() {
    return CancellableChain.map(location.getAsync(), this::on);
  }

  /** Reads the configuration; see {@link Guest#config}. */
  public final C config() {
    return now(calls.config());
  }

  /** Reads the configuration asynchronously; see {@link Guest#config}. */
  public final CompletableFuture<C> configAsync() {
    return later(calls.config());
  }

  /** Reads the configuration at a snapshot; see {@link Guest#config}. */
  public final C config(SnapshotName snapshot) {
    return now(calls.config(snapshot));
  }

  /** Reads the configuration at a snapshot asynchronously; see {@link Guest#config}. */
  public final CompletableFuture<C> configAsync(SnapshotName snapshot) {
    return later(calls.config(snapshot));
  }

  /** Reads the configuration with its pending changes; see {@link Guest#pending}. */
  public final PendingConfig<C> pending() {
    return now(calls.pending());
  }

  /** Reads the configuration with its pending changes asynchronously; see {@link Guest#pending}. */
  public final CompletableFuture<PendingConfig<C>> pendingAsync() {
    return later(calls.pending());
  }

  /** Reads the current status; see {@link Guest#status}. */
  public final GuestStatus<D> status() {
    return now(calls.status());
  }

  /** Reads the current status asynchronously; see {@link Guest#status}. */
  public final CompletableFuture<GuestStatus<D>> statusAsync() {
    return later(calls.status());
  }

  /** Starts the guest; see {@link Guest#start}. */
  public final Task start() {
    return begin(calls.start());
  }

  /** Starts the guest asynchronously; see {@link Guest#start}. */
  public final CompletableFuture<Task> startAsync() {
    return beginAsync(calls.start());
  }

  /** Stops the guest at once; see {@link Guest#stop}. */
  public final Task stop() {
    return begin(calls.stop());
  }

  /** Stops the guest at once asynchronously; see {@link Guest#stop}. */
  public final CompletableFuture<Task> stopAsync() {
    return beginAsync(calls.stop());
  }

  /** Asks the guest to shut down; see {@link Guest#shutdown}. */
  public final Task shutdown() {
    return begin(calls.shutdown());
  }

  /** Asks the guest to shut down asynchronously; see {@link Guest#shutdown}. */
  public final CompletableFuture<Task> shutdownAsync() {
    return beginAsync(calls.shutdown());
  }

  /** Shuts the guest down and starts it again; see {@link Guest#reboot}. */
  public final Task reboot() {
    return begin(calls.reboot());
  }

  /** Shuts the guest down and starts it again asynchronously; see {@link Guest#reboot}. */
  public final CompletableFuture<Task> rebootAsync() {
    return beginAsync(calls.reboot());
  }

  private Task begin(Call<P, Task> call) {
    return call.blocking().apply(on(location.forTask()));
  }

  private CompletableFuture<Task> beginAsync(Call<P, Task> call) {
    return CancellableChain.then(location.forTaskAsync(), row -> call.async().apply(on(row)));
  }

  private P on(GuestSummary row) {
    return calls.place(row.node(), vmid);
  }

  /** Makes a call where the guest is, and once more if it turns out to have moved. */
  final <T extends @Nullable Object> T now(Call<P, T> call) {
    GuestSummary row = location.get();
    try {
      return call.blocking().apply(on(row));
    } catch (ApiException failure) {
      GuestSummary moved = location.afterMiss(row, failure);
      if (moved == null) {
        throw failure;
      }
      return call.blocking().apply(on(moved));
    }
  }

  /** Asynchronous variant of {@link #now}. */
  final <T extends @Nullable Object> CompletableFuture<T> later(Call<P, T> call) {
    CancellableChain<T> chain = new CancellableChain<>();
    chain.step(
        location.getAsync(),
        row ->
            chain.step(
                call.async().apply(on(row)),
                chain::done,
                failure -> repeat(call, chain, row, failure)));
    return chain.future();
  }

  private <T extends @Nullable Object> void repeat(
      Call<P, T> call, CancellableChain<T> chain, GuestSummary row, Throwable failure) {
    chain.step(
        location.afterMissAsync(row, failure),
        moved -> {
          if (moved == null) {
            chain.failed(failure);
          } else {
            chain.step(call.async().apply(on(moved)), chain::done);
          }
        });
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + vmid + "]";
  }
}
