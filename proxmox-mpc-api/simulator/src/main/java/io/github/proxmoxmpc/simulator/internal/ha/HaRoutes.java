package io.github.proxmoxmpc.simulator.internal.ha;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/ha}. Groups do not exist since Proxmox VE 9: rules have replaced them. */
public final class HaRoutes {
  private static final String GROUPS = "/cluster/ha/groups";
  private static final String DISARMED = "/cluster/ha/disarmed";

  private HaRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, HaSections.resources(), HaSections.rules());
    routes
        .on("GET " + GROUPS, call -> migrated("index groups"))
        .on("POST " + GROUPS, call -> migrated("create group"))
        .on("GET " + GROUPS + "/{group}", call -> migrated("read group"))
        .on("PUT " + GROUPS + "/{group}", call -> migrated("update group"))
        .on("DELETE " + GROUPS + "/{group}", call -> migrated("delete group"))
        .on("POST /cluster/ha/resources/{sid}/migrate", HaRoutes::move)
        .on("POST /cluster/ha/resources/{sid}/relocate", HaRoutes::move)
        .on("GET /cluster/ha/status/current", HaRoutes::current)
        .on("GET /cluster/ha/status/manager_status", HaRoutes::manager)
        .on("POST /cluster/ha/status/disarm-ha", HaRoutes::disarm)
        .on("POST /cluster/ha/status/arm-ha", HaRoutes::arm);
  }

  private static Object migrated(String action) {
    throw RefusalException.failure("cannot " + action + ": ha groups have been migrated to rules");
  }

  // The cluster resource manager moves the guest some time after it has answered.
  private static Map<String, @Nullable Object> move(RoutedCall call) {
    String sid = HaSections.sid(call, call.required("sid"));
    Section resource = call.cluster().sections().find(HaSections.RESOURCES, sid);
    if (resource == null) {
      throw RefusalException.failure("resource '" + sid + "' is not HA managed");
    }
    String target = call.required("node");
    ClusterGuest guest = HaSections.guest(call, sid);
    if (guest != null && call.cluster().nodes().containsKey(target)) {
      guest.moveTo(target);
    }
    return new JsonMap().put("sid", sid).put("requested-node", target).build();
  }

  private static List<Map<String, @Nullable Object>> current(RoutedCall call) {
    String node = call.cluster().nodes().firstKey();
    Section disarmed = call.cluster().sections().find(DISARMED, "");
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    rows.add(
        new JsonMap()
            .put("id", "quorum")
            .put("type", "quorum")
            .put("node", node)
            .put("status", "OK")
            .put("quorate", 1)
            .build());
    String state = disarmed == null ? "standby" : "disarmed";
    String mode = disarmed == null ? "" : disarmed.text("mode", "freeze");
    JsonMap fencing =
        new JsonMap()
            .put("id", "fencing")
            .put("type", "fencing")
            .put("node", node)
            .put(
                "status",
                disarmed == null
                    ? "standby (CRM watchdog standby)"
                    : "disarmed, resource mode: " + mode + " (CRM watchdog released)")
            .put("armed-state", state);
    rows.add(fencing.putIfPresent("resource_mode", mode.isEmpty() ? null : mode).build());
    for (Section resource : call.cluster().sections().file(HaSections.RESOURCES).all()) {
      rows.add(service(call, resource, mode.equals("ignore")));
    }
    return rows;
  }

  private static Map<String, @Nullable Object> service(
      RoutedCall call, Section resource, boolean ignored) {
    String sid = resource.id();
    ClusterGuest guest = HaSections.guest(call, sid);
    String node = guest == null ? "---" : guest.node();
    String requested = resource.text("state", "started");
    String state = ignored ? "ignore" : requested.equals("ignored") ? "ignored" : "queued";
    return new JsonMap()
        .put("id", "service:" + sid)
        .put("type", "service")
        .put("sid", sid)
        .put("node", node)
        .put("state", state)
        .put("status", sid + " (" + node + ", " + state + ")")
        .put("request_state", requested)
        .put("max_restart", number(resource, "max_restart", 1))
        .put("max_relocate", number(resource, "max_relocate", 1))
        .put("failback", number(resource, "failback", 1))
        .putIfPresent("comment", resource.text("comment"))
        .build();
  }

  private static long number(Section resource, String option, long otherwise) {
    String value = resource.text(option);
    return value == null ? otherwise : Long.parseLong(value);
  }

  private static Map<String, @Nullable Object> manager(RoutedCall call) {
    return new JsonMap()
        .put("manager_status", Map.of("node_status", Map.of()))
        .put("quorum", Map.of("node", call.cluster().nodes().firstKey(), "quorate", "1"))
        .build();
  }

  private static @Nullable Object disarm(RoutedCall call) {
    Section mode = new Section("").set("mode", call.required("resource-mode"));
    call.cluster().sections().file(DISARMED).put(mode);
    return null;
  }

  private static @Nullable Object arm(RoutedCall call) {
    call.cluster().sections().file(DISARMED).remove("");
    return null;
  }

  static GuestKind kind(String sid) {
    return sid.startsWith("ct:") ? GuestKind.CONTAINER : GuestKind.VM;
  }
}
