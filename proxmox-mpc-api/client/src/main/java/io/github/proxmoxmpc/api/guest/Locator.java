package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds a guest in the list of the cluster.
 *
 * <p>It is asked each time, and not remembered: a guest may be migrated at any moment, and starting
 * one on the node that it left answers like a success (PVE 9.2: a task that fails).
 *
 * @param kind what it has to be; null where it may be a VM or a container
 */
record Locator(GuestList list, VmId vmid, @Nullable ResourcesType kind) implements NodeResolver {
  @Override
  public NodeName node() {
    return find(list.read()).node();
  }

  @Override
  public CompletableFuture<NodeName> nodeAsync() {
    return CancellableChain.map(list.readAsync(), rows -> find(rows).node());
  }

  /** The row of the guest. */
  GuestList.Row find(List<GuestList.Row> guests) {
    for (GuestList.Row row : guests) {
      if (row.vmid().equals(vmid)) {
        return ofTheKind(row);
      }
    }
    throw list.lacks(vmid, "there is no " + (kind == null ? "guest " : name(kind) + " ") + vmid);
  }

  private GuestList.Row ofTheKind(GuestList.Row row) {
    if (kind == null || row.kind() == kind) {
      return row;
    }
    throw list.lacks(
        vmid,
        "guest "
            + vmid
            + " on "
            + row.node()
            + " is a "
            + name(row.kind())
            + ", not a "
            + name(kind)
            + ": use "
            + (row.kind() == ResourcesType.LXC ? "container(" : "vm(")
            + vmid
            + ")");
  }

  private static String name(ResourcesType kind) {
    return kind == ResourcesType.QEMU ? "VM" : "container";
  }
}
