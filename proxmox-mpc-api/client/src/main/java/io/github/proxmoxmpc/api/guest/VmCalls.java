package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuVmidPath;
import io.github.proxmoxmpc.api.rest.result.PendingOption;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;

/** The calls of a VM. */
record VmCalls(ProxmoxApi api) implements GuestCalls<QemuVmidPath, VmConfig, QemuStatusCurrent> {
  @Override
  public QemuVmidPath place(NodeName node, VmId vmid) {
    return api.nodes(node).qemu(vmid);
  }

  @Override
  public Call<QemuVmidPath, VmConfig> config() {
    return new Call<QemuVmidPath, QemuConfig>(at -> at.config().get(), at -> at.config().getAsync())
        .map(VmConfig::of);
  }

  @Override
  public Call<QemuVmidPath, VmConfig> config(SnapshotName snapshot) {
    return new Call<QemuVmidPath, QemuConfig>(
            at -> at.config().get(only -> only.snapshot(snapshot)),
            at -> at.config().getAsync(only -> only.snapshot(snapshot)))
        .map(VmConfig::of);
  }

  @Override
  public Call<QemuVmidPath, PendingConfig<VmConfig>> pending() {
    return new Call<QemuVmidPath, List<PendingOption>>(
            at -> at.pending().get(), at -> at.pending().getAsync())
        .map(PendingConfig::ofVm);
  }

  @Override
  public Call<QemuVmidPath, GuestStatus<QemuStatusCurrent>> status() {
    return new Call<QemuVmidPath, QemuStatusCurrent>(
            at -> at.status().current().get(), at -> at.status().current().getAsync())
        .map(GuestStatus::new);
  }

  @Override
  public Call<QemuVmidPath, Task> start() {
    return new Call<>(at -> at.status().start().post(), at -> at.status().start().postAsync());
  }

  @Override
  public Call<QemuVmidPath, Task> stop() {
    return new Call<>(at -> at.status().stop().post(), at -> at.status().stop().postAsync());
  }

  @Override
  public Call<QemuVmidPath, Task> shutdown() {
    return new Call<>(
        at -> at.status().shutdown().post(), at -> at.status().shutdown().postAsync());
  }

  @Override
  public Call<QemuVmidPath, Task> reboot() {
    return new Call<>(at -> at.status().reboot().post(), at -> at.status().reboot().postAsync());
  }
}
