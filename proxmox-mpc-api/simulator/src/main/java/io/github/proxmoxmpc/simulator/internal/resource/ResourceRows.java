package io.github.proxmoxmpc.simulator.internal.resource;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of {@code /cluster/resources}, which also describe the members of pools. */
public final class ResourceRows {
  private static final Set<String> NODE_STATISTICS =
      Set.of("cpu", "maxcpu", "mem", "maxmem", "disk", "maxdisk", "uptime");

  private static final int SHARE_USED = 10;

  private final Cluster cluster;

  /** Creates rows for a cluster. */
  public ResourceRows(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns the row of a guest. On an offline node only its location is known. */
  public Map<String, @Nullable Object> guest(ClusterGuest guest) {
    JsonMap row = new JsonMap();
    row.put("id", guest.kind().path() + "/" + guest.vmid());
    row.put("vmid", guest.vmid());
    row.put("type", guest.kind().path());
    row.put("node", guest.node());
    ClusterNode node = cluster.nodes().get(guest.node());
    ClusterPool pool = cluster.poolOf(guest.vmid());
    GuestFacts facts = new GuestFacts(guest, cpus(node));
    row.putIfPresent("pool", pool == null ? null : pool.id());
    row.putIfPresent("tags", facts.tags());
    row.putIfPresent("lock", facts.lock());
    if (node == null || !node.online()) {
      return row.put("status", "unknown").build();
    }
    return row.put("status", guest.isRunning() ? "running" : "stopped")
        .put("name", guest.name())
        .put("template", guest.isTemplate() ? 1 : 0)
        .put("cpu", 0)
        .put("maxcpu", facts.maximumCpu())
        .put("mem", guest.isRunning() ? facts.maximumMemory() / 2 : 0)
        .put("memhost", guest.isRunning() ? facts.maximumMemory() / 2 : 0)
        .put("maxmem", facts.maximumMemory())
        .put("disk", 0)
        .put("maxdisk", facts.maximumDisk())
        .put("diskread", 0)
        .put("diskwrite", 0)
        .put("netin", 0)
        .put("netout", 0)
        .put("uptime", guest.uptime(cluster.now()))
        .build();
  }

  /** Returns the row of a node. */
  private Map<String, @Nullable Object> node(ClusterNode node) {
    JsonMap row = new JsonMap();
    row.put("id", "node/" + node.name());
    row.put("node", node.name());
    row.put("type", "node");
    row.put("status", node.status());
    row.put("level", "");
    if (node.online()) {
      row.put("cgroup-mode", 2)
          .put("cpu", 0)
          .put("maxcpu", node.hardware().cpus())
          .put("mem", node.hardware().memory() / SHARE_USED)
          .put("maxmem", node.hardware().memory())
          .put("disk", node.hardware().disk() / SHARE_USED)
          .put("maxdisk", node.hardware().disk())
          .put("uptime", cluster.uptime());
    }
    return row.build();
  }

  /** Returns the row of a node, without statistics if the caller may not read them. */
  public Map<String, @Nullable Object> node(ClusterNode node, Identity caller) {
    Map<String, @Nullable Object> row = node(node);
    if (!caller.has("/nodes/" + node.name(), "Sys.Audit")) {
      row.keySet().removeAll(NODE_STATISTICS);
    }
    return row;
  }

  /** Returns the row of a storage on one node. */
  public Map<String, @Nullable Object> storage(ClusterStorage storage, ClusterNode node) {
    JsonMap row = new JsonMap();
    row.put("id", "storage/" + node.name() + "/" + storage.id());
    row.put("node", node.name());
    row.put("storage", storage.id());
    row.put("type", "storage");
    row.put("plugintype", storage.type());
    row.put("content", storage.content());
    row.put("shared", storage.isShared() ? 1 : 0);
    if (node.online() && storage.isReachable()) {
      row.put("status", "available");
      row.put("disk", node.hardware().disk() / SHARE_USED);
      row.put("maxdisk", node.hardware().disk());
    } else {
      row.put("status", "unknown");
    }
    return row.build();
  }

  /** Returns the rows of a storage on all nodes that may use it. */
  public List<Object> storage(ClusterStorage storage) {
    List<Object> rows = new ArrayList<>();
    if (storage.isEnabled()) {
      for (ClusterNode node : cluster.nodes().values()) {
        if (storage.isFor(node.name())) {
          rows.add(storage(storage, node));
        }
      }
    }
    return rows;
  }

  /** Returns the row of a pool. */
  public Map<String, @Nullable Object> pool(ClusterPool pool) {
    return new JsonMap()
        .put("id", "/pool/" + pool.id())
        .put("pool", pool.id())
        .put("type", "pool")
        .build();
  }

  /** Returns the number of processors of a node, the limit for its guests. */
  public static int cpus(@Nullable ClusterNode node) {
    return node == null ? 1 : node.hardware().cpus();
  }
}
