package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.ContainerConfigChange;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcVmidPath;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

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
public final class Container extends LocatedGuest<LxcVmidPath, ContainerConfig, LxcStatusCurrent> {
  Container(ProxmoxApi api, VmId vmid, NodeResolver whereabouts) {
    super(vmid, whereabouts, new ContainerCalls(api));
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
        : later(place -> place.config().putAsync(change.put()));
  }
}
