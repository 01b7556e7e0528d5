package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesGetRequest;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesPath;
import io.github.proxmoxmpc.api.rest.enumeration.ClusterResourceFilter;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads the guests of the cluster: {@code GET /cluster/resources?type=vm}. */
record GuestList(ApiCaller caller) {
  private static final String PATH = "/cluster/resources";

  /** Reads the list, sorted by id. */
  List<GuestSummary> read() {
    return guests(resources().get(GuestList::guestsOnly));
  }

  /** Asynchronous variant of {@link #read}. */
  CompletableFuture<List<GuestSummary>> readAsync() {
    return CancellableChain.map(resources().getAsync(GuestList::guestsOnly), GuestList::guests);
  }

  /** Creates the exception for a guest that is not in the list. */
  GuestNotFoundException notFound(VmId vmid, String why) {
    return new GuestNotFoundException(caller.unfulfilled(PATH), vmid, why);
  }

  private ResourcesPath resources() {
    return new ProxmoxApi(caller).cluster().resources();
  }

  private static void guestsOnly(ResourcesGetRequest.Builder filter) {
    filter.type(ClusterResourceFilter.VM);
  }

  private static List<GuestSummary> guests(List<ResourcesEntry> rows) {
    return rows.stream()
        .filter(GuestSummary::describesGuest)
        .map(GuestSummary::new)
        .sorted(Comparator.comparing(GuestSummary::vmid))
        .toList();
  }
}
