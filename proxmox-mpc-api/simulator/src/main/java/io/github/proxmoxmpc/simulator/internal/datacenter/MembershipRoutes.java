package io.github.proxmoxmpc.simulator.internal.datacenter;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/config}: which nodes form the cluster. The nodes of an estate are fixed. */
final class MembershipRoutes {
  private static final String CONFIG = "/cluster/config";

  private MembershipRoutes() {}

  static void addTo(Routes routes) {
    routes
        .on("GET " + CONFIG + "/apiversion", call -> "1")
        .on("GET " + CONFIG + "/nodes", MembershipRoutes::nodes)
        .on("GET " + CONFIG + "/totem", MembershipRoutes::totem)
        .on("GET " + CONFIG + "/qdevice", call -> Map.of())
        .on("GET " + CONFIG + "/join", MembershipRoutes::joinInformation);
  }

  private static boolean isCluster(RoutedCall call) {
    return call.cluster().nodes().size() > 1;
  }

  private static List<Map<String, @Nullable Object>> nodes(RoutedCall call) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (isCluster(call)) {
      call.cluster()
          .nodes()
          .values()
          .forEach(node -> rows.add(member(node).put("node", node.name()).build()));
    }
    return rows;
  }

  private static JsonMap member(ClusterNode node) {
    return new JsonMap()
        .put("name", node.name())
        .put("nodeid", node.id())
        .put("quorum_votes", 1)
        .put("ring0_addr", node.address());
  }

  private static @Nullable Object totem(RoutedCall call) {
    if (!isCluster(call)) {
      return null;
    }
    return new JsonMap()
        .put("cluster_name", call.cluster().name())
        .put("config_version", "1")
        .put("interface", Map.of("0", Map.of("linknumber", "0")))
        .put("ip_version", "ipv4-6")
        .put("link_mode", "passive")
        .put("secauth", "on")
        .put("version", "2")
        .build();
  }

  private static Map<String, @Nullable Object> joinInformation(RoutedCall call) {
    if (!isCluster(call)) {
      throw new RefusalException(424, "node is not in a cluster, no join info available!");
    }
    String preferred = call.text("node", call.cluster().nodes().firstKey());
    List<Map<String, @Nullable Object>> members = new ArrayList<>();
    for (ClusterNode node : call.cluster().nodes().values()) {
      members.add(
          member(node)
              .put("pve_addr", node.address())
              .put("pve_fp", "00:".repeat(31) + "00")
              .build());
    }
    return new JsonMap()
        .put("config_digest", call.cluster().sections().file(CONFIG).digest())
        .put("nodelist", members)
        .put("preferred_node", preferred)
        .put("totem", totem(call))
        .build();
  }
}
