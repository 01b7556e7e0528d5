package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.ContainerConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcVmidPath;
import io.github.proxmoxmpc.api.rest.result.PendingOption;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;

/** The calls of a container. */
record ContainerCalls(ProxmoxApi api)
    implements GuestCalls<LxcVmidPath, ContainerConfig, LxcStatusCurrent> {
  @Override
  public LxcVmidPath place(NodeName node, VmId vmid) {
    return api.nodes(node).lxc(vmid);
  }

  @Override
  public Call<LxcVmidPath, ContainerConfig> config() {
    return new Call<LxcVmidPath, LxcConfig>(at -> at.config().get(), at -> at.config().getAsync())
        .map(ContainerConfig::of);
  }

  @Override
  public Call<LxcVmidPath, ContainerConfig> config(SnapshotName snapshot) {
    return new Call<LxcVmidPath, LxcConfig>(
            at -> at.config().get(only -> only.snapshot(snapshot)),
            at -> at.config().getAsync(only -> only.snapshot(snapshot)))
        .map(ContainerConfig::of);
  }

  @Override
  public Call<LxcVmidPath, PendingConfig<ContainerConfig>> pending() {
    return new Call<LxcVmidPath, List<PendingOption>>(
            at -> at.pending().get(), at -> at.pending().getAsync())
        .map(PendingConfig::ofContainer);
  }

  @Override
  public Call<LxcVmidPath, GuestStatus<LxcStatusCurrent>> status() {
    return new Call<LxcVmidPath, LxcStatusCurrent>(
            at -> at.status().current().get(), at -> at.status().current().getAsync())
        .map(GuestStatus::new);
  }

  @Override
  public Call<LxcVmidPath, Task> start() {
    return new Call<>(at -> at.status().start().post(), at -> at.status().start().postAsync());
  }

  @Override
  public Call<LxcVmidPath, Task> stop() {
    return new Call<>(at -> at.status().stop().post(), at -> at.status().stop().postAsync());
  }

  @Override
  public Call<LxcVmidPath, Task> shutdown() {
    return new Call<>(
        at -> at.status().shutdown().post(), at -> at.status().shutdown().postAsync());
  }

  @Override
  public Call<LxcVmidPath, Task> reboot() {
    return new Call<>(at -> at.status().reboot().post(), at -> at.status().reboot().postAsync());
  }
}
