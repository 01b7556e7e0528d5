package io.github.proxmoxmpc.simulator.internal.datacenter;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterLog;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/options}, {@code /cluster/log} and {@code /cluster/nextid}. */
public final class DatacenterRoutes {
  private static final String OPTIONS = "/cluster/options";
  private static final int FIRST_VMID = 100;
  private static final int LAST_VMID = 1_000_000;

  private DatacenterRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, options());
    routes
        .on("GET /cluster/nextid", DatacenterRoutes::nextId)
        .on("GET /cluster/log", DatacenterRoutes::log);
    MembershipRoutes.addTo(routes);
  }

  private static SectionType options() {
    return SectionType.settings(OPTIONS)
        .unknownOption(option -> null)
        .parsed(
            "crs ha migration replication next-id tag-style user-tag-access u2f webauthn notify"
                + " location")
        .rendered("registered-tags", tags -> sorted(String.valueOf(tags)))
        .rendered("description", text -> String.valueOf(text).stripTrailing() + "\n")
        .item(DatacenterRoutes::complete);
  }

  private static List<String> sorted(String tags) {
    return List.copyOf(new TreeSet<>(ParameterCheck.split(tags)));
  }

  private static void complete(
      RoutedCall call, Section options, Map<String, @Nullable Object> json) {
    json.putIfAbsent("keyboard", "en-us");
    json.putIfAbsent("mac_prefix", "BC:24:11");
    json.putIfAbsent("description", "");
    json.computeIfPresent(
        "user-tag-access",
        (name, access) -> {
          if (access instanceof Map<?, ?> parts && parts.get("user-allow-list") != null) {
            JsonMap split = new JsonMap();
            parts.forEach((key, value) -> split.put(key.toString(), value));
            return split
                .put("user-allow-list", sorted(parts.get("user-allow-list").toString()))
                .build();
          }
          return access;
        });
    if (!call.identity().has("/", "Sys.Audit")) {
      json.keySet().retainAll(List.of("console", "tag-style"));
    }
    TreeSet<String> allowed =
        new TreeSet<>(ParameterCheck.split(options.text("registered-tags", "")));
    call.cluster()
        .guests()
        .values()
        .forEach(
            guest ->
                allowed.addAll(ParameterCheck.split(guest.config().current().get("tags", ""))));
    json.put("allowed-tags", List.copyOf(allowed));
  }

  private static Object nextId(RoutedCall call) {
    if (call.has("vmid")) {
      int vmid = call.vmid();
      if (call.cluster().guests().containsKey(vmid)) {
        throw RefusalException.parameter("vmid", "VM " + vmid + " already exists");
      }
      return Integer.toString(vmid);
    }
    Section options = call.cluster().sections().find(OPTIONS, "");
    String range = options == null ? "" : options.text("next-id", "");
    int lower = bound(range, "lower", FIRST_VMID);
    int upper = bound(range, "upper", LAST_VMID);
    for (int free = lower; free < upper; free++) {
      if (!call.cluster().guests().containsKey(free)) {
        return Integer.toString(free);
      }
    }
    throw RefusalException.failure(
        "unable to get any free VMID in range [" + lower + ", " + upper + "]");
  }

  private static int bound(String range, String name, int otherwise) {
    for (String part : range.split(",", -1)) {
      if (part.startsWith(name + "=")) {
        return Integer.parseInt(part.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  /** Returns the log, newest first: log-ins, and the start and the end of each task. */
  private static List<Map<String, @Nullable Object>> log(RoutedCall call) {
    boolean all = call.identity().has("/", "Sys.Syslog");
    List<JsonMap> entries = new ArrayList<>();
    for (ClusterLog.Event event : call.cluster().log().events()) {
      if (all || event.user().equals(call.identity().id())) {
        entries.add(entry(call, event));
      }
    }
    List<WorkerTask> tasks = new ArrayList<>(call.cluster().tasks().newestFirst());
    tasks.sort(Comparator.comparingLong(task -> task.origin().startTime()));
    for (WorkerTask task : tasks) {
      if (all || task.origin().user().equals(call.identity().id())) {
        entries.add(entry(task, task.origin().startTime(), "starting task " + task.upid(), 6));
        String status = task.exitStatus();
        Long end = task.endTime();
        if (status != null && end != null) {
          boolean failed = !status.equals("OK") && !status.startsWith("WARNINGS");
          entries.add(entry(task, end, "end task " + task.upid() + " " + status, failed ? 3 : 6));
        }
      }
    }
    // The events of one second stay in their order.
    entries.sort(Comparator.comparingLong(entry -> (long) entry.build().getOrDefault("time", 0L)));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = entries.size(); i > 0 && rows.size() < limit(call); i--) {
      String uid = Integer.toString(i);
      Map<String, @Nullable Object> row = entries.get(i - 1).put("uid", uid).build();
      row.put("id", uid + ":" + row.get("node"));
      rows.add(row);
    }
    return rows;
  }

  private static JsonMap entry(RoutedCall call, ClusterLog.Event event) {
    return new JsonMap()
        .put("time", event.time().getEpochSecond())
        .put("node", call.cluster().nodes().firstKey())
        .put("user", event.user())
        .put("pid", 1L)
        .put("tag", "pvedaemon")
        .put("pri", 6)
        .put("msg", event.message());
  }

  private static long limit(RoutedCall call) {
    long max = call.number("max", 0);
    return max == 0 ? Long.MAX_VALUE : max;
  }

  private static JsonMap entry(WorkerTask task, long time, String message, int priority) {
    return new JsonMap()
        .put("time", time)
        .put("node", task.origin().node())
        .put("user", task.origin().user())
        .put("pid", task.origin().pid())
        .put("tag", "pvedaemon")
        .put("pri", priority)
        .put("msg", message);
  }
}
