package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.GuestConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;

/**
 * The calls of one kind of guest, and its place in the path tree.
 *
 * @param <P> the type of its place
 * @param <C> the type of its configuration
 * @param <D> the type of its current status
 */
interface GuestCalls<P, C extends GuestConfig, D extends ApiResult> {
  P place(NodeName node, VmId vmid);

  Call<P, C> config();

  Call<P, C> config(SnapshotName snapshot);

  Call<P, PendingConfig<C>> pending();

  Call<P, GuestStatus<D>> status();

  Call<P, Task> start();

  Call<P, Task> stop();

  Call<P, Task> shutdown();

  Call<P, Task> reboot();
}
