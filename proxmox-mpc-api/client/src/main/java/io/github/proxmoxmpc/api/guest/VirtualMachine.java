package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.SnapshotName;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.internal.future.Steps;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuVmidPath;
import io.github.proxmoxmpc.api.task.Task;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A VM (QEMU), wherever in the cluster it is.
 *
 * <pre>{@code
 * pve.vm(100).start().await();
 * String name = pve.vm(100).config().options().name();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class VirtualMachine implements Guest {
  private final ProxmoxApi api;
  private final Locator locator;

  /** For {@code ProxmoxClient.vm(...)}. */
  public VirtualMachine(ProxmoxApi api, VmId vmid) {
    this.api = api;
    this.locator = new Locator(api, vmid, ResourcesType.QEMU);
  }

  @Override
  public VmId vmid() {
    return locator.vmid();
  }

  @Override
  public NodeName node() {
    return locator.node();
  }

  @Override
  public CompletableFuture<NodeName> nodeAsync() {
    return locator.nodeAsync();
  }

  /** Its place in the path tree, on the node that it is on now: for everything not offered here. */
  public QemuVmidPath path() {
    return api.nodes(locator.node()).qemu(locator.vmid());
  }

  /**
   * Its configuration, with pending changes as if they held: {@code GET
   * /nodes/{node}/qemu/{vmid}/config}, needs VM.Audit.
   */
  public VmConfig config() {
    return VmConfig.of(path().config().get());
  }

  /** Its configuration, as {@link #config()} reads it, without a thread that waits. */
  public CompletableFuture<VmConfig> configAsync() {
    return Steps.map(there(place -> place.config().getAsync()), VmConfig::of);
  }

  /**
   * Its configuration at a snapshot: {@code GET /nodes/{node}/qemu/{vmid}/config?snapshot=}, needs
   * VM.Audit.
   */
  public VmConfig config(SnapshotName snapshot) {
    return VmConfig.of(path().config().get(only -> only.snapshot(snapshot)));
  }

  /**
   * Changes its configuration: {@code PUT /nodes/{node}/qemu/{vmid}/config}, needs VM.Config.*, by
   * option. Asks nothing where there is nothing to change. What a running guest does not take at
   * once is pending until its next start.
   *
   * @throws io.github.proxmoxmpc.api.error.ConflictException if its configuration was changed since
   *     the difference was taken
   */
  public void change(VmConfigChange change) {
    if (!change.isEmpty()) {
      path().config().put(change.put());
    }
  }

  /** Changes its configuration, as {@link #change} does, without a thread that waits. */
  public CompletableFuture<Void> changeAsync(VmConfigChange change) {
    return change.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : there(place -> place.config().putAsync(change.put()));
  }

  /** Its state now: {@code GET /nodes/{node}/qemu/{vmid}/status/current}, needs VM.Audit. */
  public QemuStatusCurrent status() {
    return path().status().current().get();
  }

  /** Its state now, as {@link #status} reads it, without a thread that waits. */
  public CompletableFuture<QemuStatusCurrent> statusAsync() {
    return there(place -> place.status().current().getAsync());
  }

  @Override
  public Task start() {
    return path().status().start().post();
  }

  @Override
  public CompletableFuture<Task> startAsync() {
    return there(place -> place.status().start().postAsync());
  }

  @Override
  public Task stop() {
    return path().status().stop().post();
  }

  @Override
  public CompletableFuture<Task> stopAsync() {
    return there(place -> place.status().stop().postAsync());
  }

  @Override
  public Task shutdown() {
    return path().status().shutdown().post();
  }

  @Override
  public CompletableFuture<Task> shutdownAsync() {
    return there(place -> place.status().shutdown().postAsync());
  }

  @Override
  public Task reboot() {
    return path().status().reboot().post();
  }

  @Override
  public CompletableFuture<Task> rebootAsync() {
    return there(place -> place.status().reboot().postAsync());
  }

  private <T> CompletableFuture<T> there(Function<QemuVmidPath, CompletableFuture<T>> call) {
    return Steps.then(
        locator.nodeAsync(), node -> call.apply(api.nodes(node).qemu(locator.vmid())));
  }

  @Override
  public String toString() {
    return "VirtualMachine[" + locator.vmid() + "]";
  }
}
