package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.internal.future.Steps;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesGetType;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the node that a guest is on: {@code GET /cluster/resources?type=vm}.
 *
 * <p>It is asked each time, and not remembered: a guest may be migrated at any moment, and starting
 * one on the node that it left answers like a success (PVE 9.2: a task that fails).
 */
record Locator(ProxmoxApi api, VmId vmid, ResourcesType kind) {
  NodeName node() {
    return find(api.cluster().resources().get(only -> only.type(ResourcesGetType.VM)));
  }

  CompletableFuture<NodeName> nodeAsync() {
    return Steps.map(
        api.cluster().resources().getAsync(only -> only.type(ResourcesGetType.VM)), this::find);
  }

  private NodeName find(List<ResourcesEntry> guests) {
    for (ResourcesEntry entry : guests) {
      NodeName node = entry.node();
      if (!vmid.equals(entry.vmid()) || node == null) {
        continue;
      }
      if (entry.type() != kind) {
        throw new GuestNotFoundException(
            vmid,
            "Guest "
                + vmid
                + " on "
                + node
                + " is a "
                + (kind == ResourcesType.QEMU ? "container" : "VM")
                + ", not a "
                + name()
                + ": use "
                + (kind == ResourcesType.QEMU ? "container(" : "vm(")
                + vmid
                + ")");
      }
      return node;
    }
    throw new GuestNotFoundException(
        vmid,
        "Unable to find "
            + name()
            + " "
            + vmid
            + " in the cluster: there is none, or the user or token lacks VM.Audit on /vms/"
            + vmid);
  }

  private String name() {
    return kind == ResourcesType.QEMU ? "VM" : "container";
  }
}
