package io.github.proxmoxmpc.simulator.internal.index;

import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.ApiOperation;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The directories of the API, such as {@code GET /cluster/ha}. The schema has the segments below a
 * path. The lists of some directories on Proxmox VE 9.2.11 differ from it; the table has the
 * differences.
 */
public final class IndexRoutes {
  /** By path: segments that the server does not list ({@code -}) or lists in addition. */
  private static final Map<String, String> DIFFERENCES =
      Map.ofEntries(
          Map.entry("/access", "-permissions -vncticket"),
          Map.entry("/cluster/metrics", "-export"),
          Map.entry("/cluster/sdn", "-dry-run -lock -prefix-lists -rollback -route-maps"),
          Map.entry("/nodes/{node}", "-execute -vncwebsocket"),
          Map.entry("/nodes/{node}/ceph/osd/{osdid}", "-in -out -scrub"),
          Map.entry(
              "/nodes/{node}/lxc/{vmid}",
              "-feature -move_volume -mtunnel -mtunnelwebsocket -remote_migrate -template"),
          Map.entry("/nodes/{node}/lxc/{vmid}/firewall", "-log"),
          Map.entry("/nodes/{node}/lxc/{vmid}/status", "-resume -suspend migrate"),
          Map.entry(
              "/nodes/{node}/qemu/{vmid}",
              "-clone -dbus-vmstate -feature -move_disk -mtunnelwebsocket -template -vncwebsocket"
                  + " move"),
          Map.entry("/nodes/{node}/qemu/{vmid}/firewall", "-log"),
          Map.entry("/nodes/{node}/qemu/{vmid}/status", "-resume"),
          Map.entry("/nodes/{node}/scan", "-lvmthin"),
          Map.entry("/nodes/{node}/sdn/fabrics/{fabric}", "-interfaces"));

  /** The field of the rows where the schema does not declare it and it is not {@code name}. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}", "cmd",
          "/nodes/{node}/lxc/{vmid}/snapshot/{snapname}", "cmd");

  private IndexRoutes() {}

  /** Adds the directories that have no handler yet. */
  public static void addTo(Routes routes) {
    Map<String, Set<String>> segments = segmentsByPath();
    segments.forEach(
        (path, below) -> {
          ApiOperation index = OperationIndex.bundled().operations().get("GET " + path);
          if (index != null && index.listsDirectory() && routes.find(index.key()).isEmpty()) {
            String field = field(path, index.rowFields());
            List<Map<String, String>> rows =
                below.stream().map(segment -> Map.of(field, segment)).toList();
            routes.on(index.key(), call -> rows);
          }
        });
  }

  /** Returns the fixed segments below each path. */
  private static Map<String, Set<String>> segmentsByPath() {
    Map<String, Set<String>> segments = new TreeMap<>();
    for (String key : OperationIndex.bundled().operations().keySet()) {
      String path = key.substring(key.indexOf(' ') + 1);
      for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String segment = path.substring(slash + 1).split("/", 2)[0];
        if (!segment.startsWith("{")) {
          segments
              .computeIfAbsent(path.substring(0, slash), missing -> new TreeSet<>())
              .add(segment);
        }
      }
    }
    DIFFERENCES.forEach(
        (path, differences) -> {
          Set<String> listed = segments.getOrDefault(path, new TreeSet<>());
          Arrays.stream(differences.split(" "))
              .forEach(
                  one -> {
                    if (one.startsWith("-")) {
                      listed.remove(one.substring(1));
                    } else {
                      listed.add(one);
                    }
                  });
        });
    return segments;
  }

  private static String field(String path, Map<String, Property> declared) {
    String known = FIELDS.get(path);
    if (known != null) {
      return known;
    }
    return declared.isEmpty() ? "name" : declared.keySet().iterator().next();
  }
}
