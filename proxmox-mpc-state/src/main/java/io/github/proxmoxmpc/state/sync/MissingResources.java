package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.StaleReason;
import io.github.proxmoxmpc.state.StateView;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether resources that are no longer listed are gone. Thread-safe. */
final class MissingResources {
  private final ClusterReader cluster;
  private final StateView before;
  private final ClusterListing listing;

  MissingResources(ClusterReader cluster, StateView before, ClusterListing listing) {
    this.cluster = cluster;
    this.before = before;
    this.listing = listing;
  }

  /**
   * The decision about a missing resource.
   *
   * @param key the resource
   * @param stale why it is kept; null if it is gone
   * @param failure why the check failed; null if it succeeded
   */
  record Verdict(
      ResourceKey key, @Nullable StaleReason stale, @Nullable ProxmoxException failure) {}

  /** Checks a resource. If the check fails, the resource is kept. */
  Verdict settle(ResourceKey key) {
    try {
      return new Verdict(key, whyKept(key), null);
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      return new Verdict(key, StaleReason.HIDDEN, e);
    }
  }

  private @Nullable StaleReason whyKept(ResourceKey key) {
    return switch (key.kind()) {
      // Every user sees all nodes, so only an empty list is no evidence.
      case NODE -> listing.nodes().isEmpty() ? StaleReason.HIDDEN : null;
      case VM, CONTAINER -> whyKeptGuest(key);
      case STORAGE -> cluster.isGone(StorageId.of(key.id())) ? null : StaleReason.HIDDEN;
      case POOL -> cluster.isGone(PoolId.of(key.id())) ? null : StaleReason.HIDDEN;
    };
  }

  private @Nullable StaleReason whyKeptGuest(ResourceKey key) {
    VmId vmid = VmId.of(key.id());
    ResourceKey other =
        key.kind() == ResourceKind.VM ? ResourceKey.container(vmid) : ResourceKey.vm(vmid);
    if (listing.guests().containsKey(other)) {
      // A guest of the other kind now has this id.
      return null;
    }
    if (listing.isDown(nodeOf(key, vmid))) {
      return StaleReason.NODE_OFFLINE;
    }
    return cluster.exists(vmid) ? StaleReason.HIDDEN : null;
  }

  private @Nullable NodeName nodeOf(ResourceKey key, VmId vmid) {
    Optional<? extends GuestState> guest =
        key.kind() == ResourceKind.VM
            ? before.vms().vmid(vmid).first()
            : before.containers().vmid(vmid).first();
    return guest.map(GuestState::node).orElse(null);
  }
}
