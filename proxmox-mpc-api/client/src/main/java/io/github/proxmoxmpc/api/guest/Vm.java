package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfigChange;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuVmidPath;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

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
public final class Vm extends LocatedGuest<QemuVmidPath, VmConfig, QemuStatusCurrent> {
  Vm(ProxmoxApi api, VmId vmid, NodeResolver whereabouts) {
    super(vmid, whereabouts, new VmCalls(api));
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
        : later(place -> place.config().putAsync(change.put()));
  }
}
