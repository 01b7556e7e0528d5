package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.SnapshotName;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.internal.future.Steps;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcVmidPath;
import io.github.proxmoxmpc.api.task.Task;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A container (LXC), wherever in the cluster it is.
 *
 * <pre>{@code
 * pve.container(200).start().await();
 * String name = pve.container(200).config().options().hostname();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class LinuxContainer implements Guest {
  private final ProxmoxApi api;
  private final Locator locator;

  /** For {@code ProxmoxClient.container(...)}. */
  public LinuxContainer(ProxmoxApi api, VmId vmid) {
    this.api = api;
    this.locator = new Locator(api, vmid, ResourcesType.LXC);
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
  public LxcVmidPath path() {
    return api.nodes(locator.node()).lxc(locator.vmid());
  }

  /**
   * Its configuration, with pending changes as if they held: {@code GET
   * /nodes/{node}/lxc/{vmid}/config}, needs VM.Audit.
   */
  public ContainerConfig config() {
    return ContainerConfig.of(path().config().get());
  }

  /** Its configuration, as {@link #config()} reads it, without a thread that waits. */
  public CompletableFuture<ContainerConfig> configAsync() {
    return Steps.map(there(place -> place.config().getAsync()), ContainerConfig::of);
  }

  /**
   * Its configuration at a snapshot: {@code GET /nodes/{node}/lxc/{vmid}/config?snapshot=}, needs
   * VM.Audit.
   */
  public ContainerConfig config(SnapshotName snapshot) {
    return ContainerConfig.of(path().config().get(only -> only.snapshot(snapshot)));
  }

  /**
   * Changes its configuration: {@code PUT /nodes/{node}/lxc/{vmid}/config}, needs VM.Config.*, by
   * option. Asks nothing where there is nothing to change. What a running guest does not take at
   * once is pending until its next start.
   *
   * @throws io.github.proxmoxmpc.api.error.ConflictException if its configuration was changed since
   *     the difference was taken
   */
  public void change(ContainerConfigChange change) {
    if (!change.isEmpty()) {
      path().config().put(change.put());
    }
  }

  /** Changes its configuration, as {@link #change} does, without a thread that waits. */
  public CompletableFuture<Void> changeAsync(ContainerConfigChange change) {
    return change.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : there(place -> place.config().putAsync(change.put()));
  }

  /** Its state now: {@code GET /nodes/{node}/lxc/{vmid}/status/current}, needs VM.Audit. */
  public LxcStatusCurrent status() {
    return path().status().current().get();
  }

  /** Its state now, as {@link #status} reads it, without a thread that waits. */
  public CompletableFuture<LxcStatusCurrent> statusAsync() {
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

  private <T> CompletableFuture<T> there(Function<LxcVmidPath, CompletableFuture<T>> call) {
    return Steps.then(locator.nodeAsync(), node -> call.apply(api.nodes(node).lxc(locator.vmid())));
  }

  @Override
  public String toString() {
    return "LinuxContainer[" + locator.vmid() + "]";
  }
}
