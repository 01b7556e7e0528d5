package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.enumeration.ClusterResourceType;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A guest as the cluster's list describes it: one row of {@code GET /cluster/resources?type=vm}.
 *
 * <p>The list lags behind by about 10 seconds: for the present state see {@link Guest#status()}.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   GuestSummary summary = guest.summary();
 *   System.out.println(summary.name() + " on " + summary.node() + " " + summary.tags());
 * }
 * }</pre>
 *
 * @param details every field of the row
 */
public record GuestSummary(ResourcesEntry details) {
  static boolean describesGuest(ResourcesEntry row) {
    ClusterResourceType type = row.type();
    return (type == ClusterResourceType.QEMU || type == ClusterResourceType.LXC)
        && row.vmid() != null
        && row.node() != null;
  }

  /** Returns the id of the guest. */
  public VmId vmid() {
    return Objects.requireNonNull(details.vmid());
  }

  /** Returns the node that the guest was on. */
  public NodeName node() {
    return Objects.requireNonNull(details.node());
  }

  /** Returns whether the guest is a VM; otherwise it is a container. */
  public boolean isVm() {
    return kind() == ClusterResourceType.QEMU;
  }

  /** Returns the kind of the guest: {@code QEMU} or {@code LXC}. */
  ClusterResourceType kind() {
    return Objects.requireNonNull(details.type());
  }

  /** Returns the name; null if the server does not report one. */
  public @Nullable String name() {
    return details.name();
  }

  /** Returns the status, such as {@code running}, {@code stopped} or {@code unknown}. */
  public @Nullable String status() {
    return details.status();
  }

  /** Returns whether the guest was running. */
  public boolean isRunning() {
    return "running".equals(status());
  }

  /** Returns whether the guest is a template. */
  public boolean isTemplate() {
    return Boolean.TRUE.equals(details.template());
  }

  /** Returns the tags in the order of the server; empty if there are none. */
  public List<String> tags() {
    String tags = details.tags();
    return tags == null ? List.of() : SplitList.ofStored(tags).toList();
  }

  /** Returns the pool of the guest; null if it is in none. */
  public @Nullable PoolId pool() {
    return details.pool();
  }

  /** Returns the reason of a lock, such as {@code backup}; null if the guest is not locked. */
  public @Nullable String lock() {
    return details.lock();
  }
}
