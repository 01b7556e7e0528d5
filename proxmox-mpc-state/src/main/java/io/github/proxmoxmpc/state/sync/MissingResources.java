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

/** Decides what became of resources that were known and are no longer listed. Thread-safe. */
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
   * Whether a missing resource is gone.
   *
   * @param key the resource
   * @param stale why it is kept; null where it is gone
   * @param failure why that could not be found out; null where it could
   */
  record Verdict(
      ResourceKey key, @Nullable StaleReason stale, @Nullable ProxmoxException failure) {}

  /** Finds out; what cannot be found out is kept. */
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
      // Everybody sees all nodes; but a list without any is none.
      case NODE -> listing.nodes().isEmpty() ? StaleReason.HIDDEN : null;
      case VM, CONTAINER -> whyKeptGuest(key);
      case STORAGE -> cluster.isGone(StorageId.of(key.id())) ? null : StaleReason.HIDDEN;
      case POOL -> cluster.isGone(PoolId.of(key.id())) ? null : StaleReason.HIDDEN;
    };
  }

  private @Nullable StaleReason whyKeptGuest(ResourceKey key) {
    VmId id = VmId.of(key.id());
    ResourceKey other =
        key.kind() == ResourceKind.VM ? ResourceKey.container(id) : ResourceKey.vm(id);
    if (listing.guests().containsKey(other)) {
      // Its id belongs to a guest of the other kind now.
      return null;
    }
    if (listing.isDown(nodeOf(key, id))) {
      return StaleReason.NODE_OFFLINE;
    }
    return cluster.exists(id) ? StaleReason.HIDDEN : null;
  }

  private @Nullable NodeName nodeOf(ResourceKey key, VmId id) {
    Optional<? extends GuestState> guest =
        key.kind() == ResourceKind.VM
            ? before.vms().id(id).first()
            : before.containers().id(id).first();
    return guest.map(GuestState::node).orElse(null);
  }
}
