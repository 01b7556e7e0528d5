package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.ContainerConfigChange;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcVmidPath;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

/**
 * A container (LXC) on any node of the cluster.
 *
 * <pre>{@code
 * pve.container(200).start().await();
 * String name = pve.container(200).config().options().hostname();
 * }</pre>
 *
 * <p>{@link Guest} describes how its node is found. Thread-safe.
 */
public final class Container extends LocatedGuest<LxcVmidPath, ContainerConfig, LxcStatusCurrent>
    implements Guest {
  Container(ProxmoxApi api, VmId vmid, GuestLocation location) {
    super(vmid, location, new ContainerCalls(api));
  }

  /**
   * Changes the configuration: {@code PUT /nodes/{node}/lxc/{vmid}/config}, needs VM.Config.* by
   * option. Sends nothing if the change is empty. Options that a running guest cannot take over at
   * once are pending until its next start.
   *
   * @throws io.github.proxmoxmpc.api.error.ConflictException if the configuration was changed since
   *     the difference was computed
   */
  public void change(ContainerConfigChange change) {
    if (!change.isEmpty()) {
      now(put(change));
    }
  }

  /** Asynchronous variant of {@link #change}. */
  public CompletableFuture<Void> changeAsync(ContainerConfigChange change) {
    return change.isEmpty() ? CompletableFuture.completedFuture(null) : later(put(change));
  }

  private static Call<LxcVmidPath, Void> put(ContainerConfigChange change) {
    return new Call<>(
        place -> {
          place.config().put(change.put());
          return null;
        },
        place -> place.config().putAsync(change.put()));
  }
}
