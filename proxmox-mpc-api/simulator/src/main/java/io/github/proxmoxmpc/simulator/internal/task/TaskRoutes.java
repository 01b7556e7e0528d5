package io.github.proxmoxmpc.simulator.internal.task;

import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Page;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/tasks} and {@code /cluster/tasks}. */
public final class TaskRoutes {
  private static final Pattern UPID =
      Pattern.compile(
          "UPID:[a-zA-Z0-9-]+:[0-9A-Fa-f]{8}:[0-9A-Fa-f]{8,9}:[0-9A-Fa-f]{8}:[^:\\s]+:[^:\\s]*:[^:\\s]+:");
  private static final int CLUSTER_LIMIT = 25;

  private TaskRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    routes
        .on("GET /nodes/{node}/tasks", TaskRoutes::list)
        .on("GET /nodes/{node}/tasks/{upid}", TaskRoutes::index)
        .on("DELETE /nodes/{node}/tasks/{upid}", TaskRoutes::stop)
        .on("GET /nodes/{node}/tasks/{upid}/status", TaskRoutes::status)
        .on("GET /nodes/{node}/tasks/{upid}/log", TaskRoutes::log)
        .on("GET /cluster/tasks", TaskRoutes::ofCluster);
  }

  private static Page list(RoutedCall call) {
    String source = call.text("source", "archive");
    List<WorkerTask> matching =
        call.cluster().tasks().newestFirst().stream()
            .filter(task -> task.origin().node().equals(call.nodeName()))
            .filter(task -> isVisible(call.identity(), call.nodeName(), task))
            .filter(
                task ->
                    switch (source) {
                      case "active" -> task.isRunning();
                      case "all" -> true;
                      default -> !task.isRunning();
                    })
            .filter(task -> fits(call, task))
            .toList();
    List<Object> rows =
        matching.stream()
            .skip(call.number("start", 0))
            .limit(call.number("limit", 50))
            .<Object>map(TaskRoutes::row)
            .toList();
    return new Page(rows, matching.size());
  }

  private static boolean isVisible(Identity identity, String node, WorkerTask task) {
    return task.origin().user().equals(identity.id())
        || identity.has("/nodes/" + node, "Sys.Audit");
  }

  private static boolean fits(RoutedCall call, WorkerTask task) {
    String type = call.text("typefilter");
    String user = call.text("userfilter");
    String vmid = call.text("vmid");
    long start = task.origin().startTime();
    String status = task.exitStatus();
    boolean failed = status != null && !status.equals("OK") && !status.startsWith("WARNINGS");
    return (type == null || task.origin().type().equals(type))
        && (user == null || task.origin().user().contains(user))
        && (vmid == null || task.origin().id().equals(vmid))
        && (!call.has("since") || start >= call.number("since", 0))
        && (!call.has("until") || start <= call.number("until", 0))
        && (!call.isTrue("errors") || failed)
        && (!call.has("statusfilter") || call.list("statusfilter").contains(category(status)));
  }

  private static String category(@Nullable String status) {
    if (status == null) {
      return "unknown";
    }
    if (status.equals("OK")) {
      return "ok";
    }
    return status.startsWith("WARNINGS") ? "warning" : "error";
  }

  private static Map<String, @Nullable Object> row(WorkerTask task) {
    JsonMap row = facts(task);
    String status = task.exitStatus();
    row.put("status", status == null ? "RUNNING" : status);
    row.putIfPresent("endtime", task.endTime());
    if (status == null) {
      row.put("saved", "0");
    }
    return row.build();
  }

  private static JsonMap facts(WorkerTask task) {
    WorkerTask.Origin origin = task.origin();
    return new JsonMap()
        .put("upid", task.upid())
        .put("node", origin.node())
        .put("pid", origin.pid())
        .put("pstart", origin.pstart())
        .put("starttime", origin.startTime())
        .put("type", origin.type())
        .put("id", origin.id())
        .put("user", origin.user());
  }

  private static List<Object> index(RoutedCall call) {
    String upid = upid(call);
    return upid.isEmpty() ? List.of() : List.of(Map.of("name", "log"), Map.of("name", "status"));
  }

  private static String upid(RoutedCall call) {
    String upid = call.required("upid");
    if (!UPID.matcher(upid).matches()) {
      throw RefusalException.parameter("upid", "unable to parse worker upid");
    }
    return upid;
  }

  private static WorkerTask task(RoutedCall call) {
    return call.cluster()
        .tasks()
        .find(upid(call))
        .orElseThrow(() -> RefusalException.parameter("upid", "no such task"));
  }

  private static Map<String, @Nullable Object> status(RoutedCall call) {
    WorkerTask task = task(call);
    checkVisible(call, task);
    JsonMap status = facts(task).put("status", task.isRunning() ? "running" : "stopped");
    return status.putIfPresent("exitstatus", task.exitStatus()).build();
  }

  private static void checkVisible(RoutedCall call, WorkerTask task) {
    if (!isVisible(call.identity(), call.nodeName(), task)) {
      throw RefusalException.forbidden("/nodes/" + call.nodeName() + ", Sys.Audit");
    }
  }

  private static Object log(RoutedCall call) {
    List<String> lines =
        call.cluster()
            .tasks()
            .find(upid(call))
            .map(
                task -> {
                  checkVisible(call, task);
                  return task.lines();
                })
            .orElse(List.of("unable to open file - No such file or directory"));
    long start = call.number("start", 0);
    long limit = call.number("limit", 50);
    List<Object> rows = new ArrayList<>();
    for (int i = (int) start; i < lines.size() && (limit == 0 || rows.size() < limit); i++) {
      rows.add(new JsonMap().put("n", i + 1).put("t", lines.get(i)).build());
    }
    return new Page(rows, lines.size());
  }

  private static @Nullable Object stop(RoutedCall call) {
    String upid = upid(call);
    call.cluster().tasks().interrupt(upid);
    return null;
  }

  private static List<Object> ofCluster(RoutedCall call) {
    Stream<WorkerTask> visible =
        call.cluster().tasks().newestFirst().stream()
            .filter(task -> isVisible(call.identity(), task.origin().node(), task));
    return visible
        .limit(CLUSTER_LIMIT)
        .<Object>map(
            task -> {
              WorkerTask.Origin origin = task.origin();
              JsonMap row =
                  new JsonMap()
                      .put("upid", task.upid())
                      .put("node", origin.node())
                      .put("type", origin.type())
                      .put("id", origin.id())
                      .put("user", origin.user())
                      .put("starttime", origin.startTime())
                      .put("saved", task.isRunning() ? "0" : "1");
              row.putIfPresent("status", task.exitStatus());
              row.putIfPresent("endtime", task.endTime());
              return row.build();
            })
        .toList();
  }
}
