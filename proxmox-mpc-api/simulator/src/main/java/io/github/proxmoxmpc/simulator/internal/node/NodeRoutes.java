package io.github.proxmoxmpc.simulator.internal.node;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.ResourceRows;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /version}, {@code /nodes} and the cluster-wide part of {@code /cluster}. */
public final class NodeRoutes {
  private static final String VERSION = "9.2.11";
  private static final String RELEASE = "9.2";
  private static final String REPOSITORY = "0000000000000000";
  private static final int SHARE_USED = 10;

  private final String fingerprint;

  private NodeRoutes(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  /**
   * Adds the routes.
   *
   * @param fingerprint fingerprint of the certificate, which the list of nodes shows
   */
  public static void addTo(Routes routes, String fingerprint) {
    NodeRoutes nodes = new NodeRoutes(fingerprint);
    routes
        .on("GET /version", call -> version())
        .on("GET /nodes", nodes::list)
        .on("GET /nodes/{node}/status", NodeRoutes::status)
        .on("GET /nodes/{node}/version", call -> version())
        .on("GET /nodes/{node}/time", NodeRoutes::time)
        .on(
            "GET /nodes/{node}/dns",
            call -> Map.of("dns1", "192.0.2.53", "search", "example.invalid"))
        .on("GET /cluster/resources", NodeRoutes::resources)
        .on("GET /cluster/status", NodeRoutes::clusterStatus);
  }

  private static Map<String, String> version() {
    return Map.of("version", VERSION, "release", RELEASE, "repoid", REPOSITORY);
  }

  private List<Object> list(RoutedCall call) {
    ResourceRows rows = new ResourceRows(call.cluster());
    List<Object> list = new ArrayList<>();
    for (ClusterNode node : call.cluster().nodes().values()) {
      Map<String, @Nullable Object> row = rows.node(node, call.identity());
      row.remove("cgroup-mode");
      row.put("ssl_fingerprint", fingerprint);
      list.add(row);
    }
    return list;
  }

  private static Object status(RoutedCall call) {
    ClusterNode node = call.node();
    long memory = node.hardware().memory();
    long disk = node.hardware().disk();
    int cpus = node.hardware().cpus();
    return new JsonMap()
        .put("uptime", call.cluster().uptime())
        .put("pveversion", "pve-manager/" + VERSION + "/" + REPOSITORY)
        .put("kversion", "Linux 6.14.11-1-pve #1 SMP PREEMPT_DYNAMIC")
        .put(
            "current-kernel",
            Map.of(
                "sysname", "Linux",
                "release", "6.14.11-1-pve",
                "version", "#1 SMP PREEMPT_DYNAMIC",
                "machine", "x86_64"))
        .put("boot-info", Map.of("mode", "efi", "secureboot", 0))
        .put("loadavg", List.of("0.10", "0.05", "0.01"))
        .put("cpu", 0)
        .put("wait", 0)
        .put("idle", 0)
        .put(
            "cpuinfo",
            new JsonMap()
                .put("cpus", cpus)
                .put("cores", cpus)
                .put("sockets", 1)
                .put("model", "Simulated CPU")
                .put("mhz", "2300.000")
                .put("vendor", "GenuineIntel")
                .put("family", "6")
                .put("hvm", "1")
                .put("user_hz", 100)
                .put(
                    "flags",
                    "fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov vmx aes")
                .build())
        .put(
            "memory",
            Map.of(
                "total",
                memory,
                "used",
                memory / SHARE_USED,
                "free",
                memory - memory / SHARE_USED,
                "available",
                memory - memory / SHARE_USED))
        .put("swap", Map.of("total", 0, "used", 0, "free", 0))
        .put(
            "rootfs",
            Map.of(
                "total",
                disk,
                "used",
                disk / SHARE_USED,
                "free",
                disk - disk / SHARE_USED,
                "avail",
                disk - disk / SHARE_USED))
        .put("ksm", Map.of("shared", 0))
        .build();
  }

  private static Object time(RoutedCall call) {
    long now = call.cluster().now().getEpochSecond();
    return Map.of("timezone", "Etc/UTC", "time", now, "localtime", now);
  }

  private static List<Object> resources(RoutedCall call) {
    String type = call.text("type");
    ResourceRows rows = new ResourceRows(call.cluster());
    List<Object> list = new ArrayList<>();
    if (type == null) {
      for (ClusterPool pool : call.cluster().pools().values()) {
        if (call.identity().has("/pool/" + pool.id(), "Pool.Audit")) {
          list.add(rows.pool(pool));
        }
      }
    }
    if (type == null || type.equals("vm")) {
      for (ClusterGuest guest : call.cluster().guests().values()) {
        if (call.identity().has("/vms/" + guest.vmid(), "VM.Audit")) {
          list.add(rows.guest(guest));
        }
      }
    }
    if (type == null || type.equals("node")) {
      call.cluster().nodes().values().forEach(node -> list.add(rows.node(node, call.identity())));
    }
    if (type == null || type.equals("storage")) {
      for (ClusterStorage storage : call.cluster().storages().values()) {
        if (call.identity().has("/storage/" + storage.id(), "Datastore.Audit")) {
          list.addAll(rows.storage(storage));
        }
      }
    }
    return list;
  }

  private static List<Object> clusterStatus(RoutedCall call) {
    List<Object> rows = new ArrayList<>();
    int count = call.cluster().nodes().size();
    long online = call.cluster().nodes().values().stream().filter(ClusterNode::online).count();
    if (count > 1) {
      rows.add(
          new JsonMap()
              .put("type", "cluster")
              .put("id", "cluster")
              .put("name", call.cluster().name())
              .put("version", 1)
              .put("nodes", count)
              .put("quorate", online * 2 > count ? 1 : 0)
              .build());
    }
    String first = call.cluster().nodes().firstKey();
    for (ClusterNode node : call.cluster().nodes().values()) {
      rows.add(
          new JsonMap()
              .put("type", "node")
              .put("id", "node/" + node.name())
              .put("name", node.name())
              .put("nodeid", count > 1 ? node.id() : 0)
              .put("ip", node.address())
              .put("online", node.online() ? 1 : 0)
              .put("local", node.name().equals(first) ? 1 : 0)
              .put("level", "")
              .build());
    }
    return rows;
  }
}
