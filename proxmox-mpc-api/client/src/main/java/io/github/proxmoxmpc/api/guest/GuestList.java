package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesGetRequest;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesGetType;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesPath;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The guests of the cluster that we may see: {@code GET /cluster/resources?type=vm}. */
record GuestList(ApiCaller caller) {
  private static final String PATH = "/cluster/resources";

  /**
   * What is known of a guest without asking for it.
   *
   * @param kind {@code QEMU} or {@code LXC}
   */
  record Row(VmId vmid, ResourcesType kind, NodeName node) {}

  /** Asks for it; sorted by id. */
  List<Row> read() {
    return rows(resources().get(GuestList::guestsOnly));
  }

  /** Asks for it, without a thread that waits. */
  CompletableFuture<List<Row>> readAsync() {
    return CancellableChain.map(resources().getAsync(GuestList::guestsOnly), GuestList::rows);
  }

  /** That a guest is not in it, and why. */
  GuestNotFoundException lacks(VmId vmid, String why) {
    return new GuestNotFoundException(caller.unfulfilled(PATH), vmid, why);
  }

  private ResourcesPath resources() {
    return new ProxmoxApi(caller).cluster().resources();
  }

  private static void guestsOnly(ResourcesGetRequest.Builder filter) {
    filter.type(ResourcesGetType.VM);
  }

  private static List<Row> rows(List<ResourcesEntry> entries) {
    List<Row> rows = new ArrayList<>();
    for (ResourcesEntry entry : entries) {
      ResourcesType kind = entry.type();
      VmId vmid = entry.vmid();
      NodeName node = entry.node();
      boolean guest = kind == ResourcesType.QEMU || kind == ResourcesType.LXC;
      if (guest && vmid != null && node != null) {
        rows.add(new Row(vmid, kind, node));
      }
    }
    rows.sort(Comparator.comparing(Row::vmid));
    return rows;
  }
}
