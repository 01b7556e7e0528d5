package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfigChange;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuVmidPath;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

/**
 * A VM (QEMU) on any node of the cluster.
 *
 * <pre>{@code
 * pve.vm(100).start().await();
 * String name = pve.vm(100).config().options().name();
 * }</pre>
 *
 * <p>{@link Guest} describes how its node is found. Thread-safe.
 */
public final class Vm extends LocatedGuest<QemuVmidPath, VmConfig, QemuStatusCurrent>
    implements Guest {
  Vm(ProxmoxApi api, VmId vmid, GuestLocation location) {
    super(vmid, location, new VmCalls(api));
  }

  /**
   * Changes the configuration: {@code PUT /nodes/{node}/qemu/{vmid}/config}, needs VM.Config.* by
   * option. Sends nothing if the change is empty. Options that a running guest cannot take over at
   * once are pending until its next start.
   *
   * @throws io.github.proxmoxmpc.api.error.ConflictException if the configuration was changed since
   *     the difference was computed
   */
  public void change(VmConfigChange change) {
    if (!change.isEmpty()) {
      now(put(change));
    }
  }

  /** Asynchronous variant of {@link #change}. */
  public CompletableFuture<Void> changeAsync(VmConfigChange change) {
    return change.isEmpty() ? CompletableFuture.completedFuture(null) : later(put(change));
  }

  private static Call<QemuVmidPath, Void> put(VmConfigChange change) {
    return new Call<>(
        place -> {
          place.config().put(change.put());
          return null;
        },
        place -> place.config().putAsync(change.put()));
  }
}
