package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.task.Pause;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.enumeration.ClusterResourceType;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The guests of a cluster: one by its id, or all that are visible.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   System.out.println(guest.summary().name() + " on " + guest.node());
 * }
 * }</pre>
 *
 * <p>Reading the list takes one call, {@code GET /cluster/resources?type=vm}, and its guests keep
 * their row of it. The list contains the guests on which the user or token has VM.Audit, including
 * templates, by ascending id. Immutable and thread-safe.
 */
public final class Guests {
  private final ProxmoxApi api;
  private final GuestList list;
  private final Pause pause;

  /**
   * Creates the view for the client; users call {@code ProxmoxClient.guests()}.
   *
   * @hidden
   */
  public Guests(ApiCaller caller, Pause pause) {
    this.api = new ProxmoxApi(caller);
    this.list = new GuestList(caller);
    this.pause = pause;
  }

  /** Returns a handle of a VM; sends nothing. */
  public Vm vm(VmId vmid) {
    return new Vm(api, vmid, new GuestLocation(lookup(vmid, ClusterResourceType.QEMU)));
  }

  /** Returns a handle of a container; sends nothing. */
  public Container container(VmId vmid) {
    return new Container(api, vmid, new GuestLocation(lookup(vmid, ClusterResourceType.LXC)));
  }

  /**
   * Looks up a guest of either kind.
   *
   * @return a {@link Vm} or a {@link Container}
   * @throws io.github.proxmoxmpc.api.error.GuestNotFoundException if there is no such guest, or it
   *     is not visible
   */
  public Guest get(VmId vmid) {
    return guest(lookup(vmid, null).find());
  }

  /** Asynchronous variant of {@link #get}. */
  public CompletableFuture<Guest> getAsync(VmId vmid) {
    return CancellableChain.map(lookup(vmid, null).findAsync(), this::guest);
  }

  /** Lists all guests. */
  public List<Guest> list() {
    return all(list.read());
  }

  /** Asynchronous variant of {@link #list}. */
  public CompletableFuture<List<Guest>> listAsync() {
    return CancellableChain.map(list.readAsync(), this::all);
  }

  /** Lists the VMs. */
  public List<Vm> vms() {
    return only(Vm.class, list());
  }

  /** Asynchronous variant of {@link #vms}. */
  public CompletableFuture<List<Vm>> vmsAsync() {
    return CancellableChain.map(listAsync(), guests -> only(Vm.class, guests));
  }

  /** Lists the containers. */
  public List<Container> containers() {
    return only(Container.class, list());
  }

  /** Asynchronous variant of {@link #containers}. */
  public CompletableFuture<List<Container>> containersAsync() {
    return CancellableChain.map(listAsync(), guests -> only(Container.class, guests));
  }

  private GuestLookup lookup(VmId vmid, @Nullable ClusterResourceType kind) {
    return new GuestLookup(list, vmid, kind, pause);
  }

  private List<Guest> all(List<GuestSummary> rows) {
    return rows.stream().map(this::guest).toList();
  }

  private Guest guest(GuestSummary row) {
    GuestLocation location = new GuestLocation(lookup(row.vmid(), row.kind()), row);
    return row.isVm()
        ? new Vm(api, row.vmid(), location)
        : new Container(api, row.vmid(), location);
  }

  private static <G extends Guest> List<G> only(Class<G> kind, List<Guest> guests) {
    return guests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
