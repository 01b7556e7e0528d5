package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesType;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The guests of a cluster: one by its id, or all that we may see from one list.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   System.out.println(guest + " on " + guest.node());
 * }
 * }</pre>
 *
 * <p>A list costs one call, {@code GET /cluster/resources?type=vm}, and its guests know their node:
 * each call of theirs is one call, too. It holds the guests on which the user or token has
 * VM.Audit, templates among them, by ascending id. Immutable and thread-safe.
 */
public final class Guests {
  private final ProxmoxApi api;
  private final GuestList list;

  /**
   * For the client; begin at {@code ProxmoxClient.guests()}.
   *
   * @hidden
   */
  public Guests(ApiCaller caller) {
    this.api = new ProxmoxApi(caller);
    this.list = new GuestList(caller);
  }

  /** A VM, wherever in the cluster it is; nothing is asked yet. */
  public Vm vm(VmId vmid) {
    return new Vm(api, vmid, new Locator(list, vmid, ResourcesType.QEMU));
  }

  /** A container, wherever in the cluster it is; nothing is asked yet. */
  public Container container(VmId vmid) {
    return new Container(api, vmid, new Locator(list, vmid, ResourcesType.LXC));
  }

  /**
   * The guest of that id, of whichever kind: a {@link Vm} or a {@link Container}.
   *
   * @throws io.github.proxmoxmpc.api.error.GuestNotFoundException if there is none, or none that we
   *     may see
   */
  public Guest find(VmId vmid) {
    return guest(new Locator(list, vmid, null).find(list.read()));
  }

  /** The guest of that id, as {@link #find} finds it, without a thread that waits. */
  public CompletableFuture<Guest> findAsync(VmId vmid) {
    Locator locator = new Locator(list, vmid, null);
    return CancellableChain.map(list.readAsync(), rows -> guest(locator.find(rows)));
  }

  /** All of them. */
  public List<Guest> list() {
    return all(list.read());
  }

  /** All of them, without a thread that waits. */
  public CompletableFuture<List<Guest>> listAsync() {
    return CancellableChain.map(list.readAsync(), this::all);
  }

  /** The VMs among them. */
  public List<Vm> vms() {
    return only(Vm.class).apply(list());
  }

  /** The VMs among them, without a thread that waits. */
  public CompletableFuture<List<Vm>> vmsAsync() {
    return CancellableChain.map(listAsync(), only(Vm.class));
  }

  /** The containers among them. */
  public List<Container> containers() {
    return only(Container.class).apply(list());
  }

  /** The containers among them, without a thread that waits. */
  public CompletableFuture<List<Container>> containersAsync() {
    return CancellableChain.map(listAsync(), only(Container.class));
  }

  private List<Guest> all(List<GuestList.Row> rows) {
    return rows.stream().map(this::guest).toList();
  }

  private Guest guest(GuestList.Row row) {
    NodeResolver listed = new NodeResolver.Listed(row.node());
    return row.kind() == ResourcesType.QEMU
        ? new Vm(api, row.vmid(), listed)
        : new Container(api, row.vmid(), listed);
  }

  private static <G extends Guest> Function<List<Guest>, List<G>> only(Class<G> kind) {
    return guests -> guests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
