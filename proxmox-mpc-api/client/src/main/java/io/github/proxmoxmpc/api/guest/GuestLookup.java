package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.error.GuestNotFoundException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.task.Pause;
import io.github.proxmoxmpc.api.rest.enumeration.ClusterResourceType;
import io.github.proxmoxmpc.api.value.VmId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds one guest in the list of the cluster.
 *
 * <p>The list may lack a guest that was created a moment ago on another node. So the lookup is
 * repeated for less than two seconds in total. Asking each node instead would take one call per
 * node, and fail if any node is down.
 *
 * @param kind the kind it must have; null for either
 */
record GuestLookup(GuestList list, VmId vmid, @Nullable ClusterResourceType kind, Pause pause) {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));

  /**
   * Looks for the guest, and waits for one that was just created.
   *
   * @throws GuestNotFoundException if there is no such guest, or it is of the other kind
   */
  GuestSummary find() {
    for (Duration wait : PAUSES) {
      Optional<GuestSummary> found = in(list.read());
      if (found.isPresent()) {
        return found.get();
      }
      sleep(wait);
    }
    return findNow();
  }

  /** Asynchronous variant of {@link #find}. */
  CompletableFuture<GuestSummary> findAsync() {
    CancellableChain<GuestSummary> chain = new CancellableChain<>();
    find(chain, 0);
    return chain.future();
  }

  /** Looks for the guest once. */
  GuestSummary findNow() {
    return in(list.read()).orElseThrow(this::missing);
  }

  /** Asynchronous variant of {@link #findNow}. */
  CompletableFuture<GuestSummary> findNowAsync() {
    return CancellableChain.map(list.readAsync(), guests -> in(guests).orElseThrow(this::missing));
  }

  private void find(CancellableChain<GuestSummary> chain, int tried) {
    chain.step(
        list.readAsync(),
        guests -> {
          Optional<GuestSummary> found = in(guests);
          if (found.isPresent()) {
            chain.done(found.get());
          } else if (tried == PAUSES.size()) {
            chain.failed(missing());
          } else {
            chain.step(pause.begin(PAUSES.get(tried)), over -> find(chain, tried + 1));
          }
        });
  }

  private void sleep(Duration wait) {
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(name(kind) + " " + vmid + " to appear", e);
    }
  }

  private Optional<GuestSummary> in(List<GuestSummary> guests) {
    return guests.stream()
        .filter(guest -> guest.vmid().equals(vmid))
        .findFirst()
        .map(this::checked);
  }

  private GuestSummary checked(GuestSummary guest) {
    if (kind == null || kind == guest.kind()) {
      return guest;
    }
    throw list.notFound(
        vmid,
        "Guest "
            + vmid
            + " on "
            + guest.node()
            + " is a "
            + name(guest.kind())
            + ", not a "
            + name(kind)
            + ": use "
            + (guest.isVm() ? "vm(" : "container(")
            + vmid
            + ")");
  }

  private GuestNotFoundException missing() {
    return list.notFound(vmid, "There is no " + name(kind) + " " + vmid);
  }

  private static String name(@Nullable ClusterResourceType kind) {
    return kind == null ? "guest" : kind == ClusterResourceType.QEMU ? "VM" : "container";
  }
}
