package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The nodes, guests and storages that {@code GET /cluster/resources} lists. */
final class ClusterListing {
  private final SortedMap<NodeName, NodeState> nodes = new TreeMap<>();
  private final SortedSet<NodeName> down = new TreeSet<>();
  private final Map<ResourceKey, GuestListEntry> guests = new TreeMap<>();
  private final Map<StorageId, SortedSet<NodeName>> available = new TreeMap<>();
  private final List<SyncFailure> failures = new ArrayList<>();

  /**
   * Reads the rows. A row that cannot be read becomes a failure and does not affect the others.
   *
   * @param rows the rows of the response
   */
  static ClusterListing of(List<JsonObject> rows) {
    ClusterListing listing = new ClusterListing();
    for (JsonObject row : rows) {
      try {
        listing.add(row);
      } catch (IllegalArgumentException e) {
        listing.failures.add(
            new SyncFailure(
                null,
                "Unable to read the row '"
                    + ApiValues.text(row, "id")
                    + "' of GET /cluster/resources: "
                    + e.getMessage()));
      }
    }
    return listing;
  }

  private void add(JsonObject row) {
    String type = ApiValues.text(row, "type");
    switch (type == null ? "" : type) {
      case "node" -> addNode(row);
      case "qemu" -> addGuest(ResourceKind.VM, row);
      case "lxc" -> addGuest(ResourceKind.CONTAINER, row);
      case "storage" -> {
        if ("available".equals(ApiValues.text(row, "status"))) {
          available
              .computeIfAbsent(StorageId.of(required(row, "storage")), id -> new TreeSet<>())
              .add(NodeName.of(required(row, "node")));
        }
      }
      default -> {
        // Pools have their own list. The store does not keep networks, SDN and others yet.
      }
    }
  }

  private void addNode(JsonObject row) {
    NodeName name = NodeName.of(required(row, "node"));
    String status = ApiValues.text(row, "status");
    if ("offline".equals(status)) {
      down.add(name);
    }
    nodes.put(
        name,
        new NodeState(
            name,
            "online".equals(status),
            Math.toIntExact(Math.min(ApiValues.number(row, "maxcpu"), Integer.MAX_VALUE)),
            ApiValues.number(row, "maxmem")));
  }

  private void addGuest(ResourceKind kind, JsonObject row) {
    String pool = ApiValues.text(row, "pool");
    GuestListEntry guest =
        new GuestListEntry(
            kind,
            VmId.of(required(row, "vmid")),
            NodeName.of(required(row, "node")),
            GuestListEntry.powerStateOf(ApiValues.text(row, "status")),
            pool == null || pool.isEmpty() ? null : PoolId.of(pool));
    guests.put(guest.key(), guest);
  }

  private static String required(JsonObject row, String field) {
    String text = ApiValues.text(row, field);
    if (text == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return text;
  }

  SortedMap<NodeName, NodeState> nodes() {
    return Collections.unmodifiableSortedMap(nodes);
  }

  /** Returns whether the cluster reports the node as offline. */
  boolean isDown(@Nullable NodeName node) {
    return node != null && down.contains(node);
  }

  Map<ResourceKey, GuestListEntry> guests() {
    return Collections.unmodifiableMap(guests);
  }

  /** Returns the nodes on which a storage was reachable. */
  SortedSet<NodeName> availability(StorageId storage) {
    return available.getOrDefault(storage, Collections.emptySortedSet());
  }

  /** Returns the guests in each pool. */
  Map<PoolId, List<VmId>> poolMembers() {
    Map<PoolId, List<VmId>> members = new TreeMap<>();
    for (GuestListEntry guest : guests.values()) {
      PoolId pool = guest.pool();
      if (pool != null) {
        members.computeIfAbsent(pool, id -> new ArrayList<>()).add(guest.vmid());
      }
    }
    return members;
  }

  List<SyncFailure> failures() {
    return Collections.unmodifiableList(failures);
  }
}
