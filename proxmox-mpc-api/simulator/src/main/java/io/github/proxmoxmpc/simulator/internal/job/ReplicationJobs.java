package io.github.proxmoxmpc.simulator.internal.job;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Page;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replication of guests, after PVE::API2::ReplicationConfig and PVE::API2::Replication of 9.2. */
final class ReplicationJobs {
  private static final String JOBS = "/cluster/replication";
  private static final String OF_NODE = "/nodes/{node}/replication";
  private static final String DEFAULT_SCHEDULE = "*/15";

  private ReplicationJobs() {}

  static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, jobs());
    routes
        .on("GET " + OF_NODE, ReplicationJobs::list)
        .on("GET " + OF_NODE + "/{id}/status", call -> status(call, require(call)))
        .on("GET " + OF_NODE + "/{id}/log", ReplicationJobs::log)
        .on("POST " + OF_NODE + "/{id}/schedule_now", ReplicationJobs::scheduleNow);
  }

  private static SectionType jobs() {
    return SectionType.at(JOBS + "/{id}")
        .controls("keep force")
        .fixed("target type")
        .exists("replication job '%s' already exists")
        .missing("no such replication job '%s'")
        .visible((call, job) -> call.identity().has("/vms/" + job.text("guest"), "VM.Audit"))
        .readCheck(ReplicationJobs::checkRead)
        .check(ReplicationJobs::check)
        .row((call, job, json) -> number(job, json))
        .item((call, job, json) -> number(job, json))
        .digest();
  }

  private static void number(Section job, Map<String, @Nullable Object> json) {
    json.put("guest", Long.valueOf(job.text("guest", "0")));
    json.put("jobnum", Long.valueOf(job.text("jobnum", "0")));
  }

  private static void checkRead(RoutedCall call) {
    if (call.has("id")) {
      require(call, "VM.Audit");
    }
  }

  private static void require(RoutedCall call, String privilege) {
    String path = "/vms/" + guestOf(call.required("id"));
    if (!call.identity().has(path, privilege)) {
      throw RefusalException.forbidden(path + ", " + privilege);
    }
  }

  private static String guestOf(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private static void check(SectionChange change) {
    RoutedCall call = change.call();
    require(call, "VM.Replicate");
    if (change.deletes()) {
      if (call.isTrue("force") && call.isTrue("keep")) {
        throw RefusalException.parameter("keep", "conflicts with parameter 'force'");
      }
      return;
    }
    JobRoutes.checkSchedule(call);
    if (!change.creates()) {
      return;
    }
    Section job = change.section();
    String vmid = guestOf(job.id());
    ClusterGuest guest = call.cluster().guests().get(Integer.valueOf(vmid));
    if (guest == null) {
      throw RefusalException.failure("Guest '" + vmid + "' does not exist.");
    }
    // A node alone has no members (seen on 9.2.11: its own name is no target).
    String target = job.text("target", "");
    if (call.cluster().nodes().size() < 2 || !call.cluster().nodes().containsKey(target)) {
      throw RefusalException.failure("Target '" + target + "' does not exist.");
    }
    String source = job.text("source", guest.node());
    if (!source.equals(guest.node())) {
      throw RefusalException.failure(
          "Source '"
              + source
              + "' does not match current node of guest '"
              + vmid
              + "' ("
              + guest.node()
              + ")");
    }
    if (target.equals(source)) {
      throw RefusalException.failure("Source and target must not be identical");
    }
    job.set("source", source);
    job.set("guest", vmid);
    job.set("jobnum", job.id().substring(vmid.length() + 1));
  }

  private static Section require(RoutedCall call) {
    Section job = call.cluster().sections().find(JOBS, call.required("id"));
    if (job == null) {
      throw RefusalException.failure("no such replication job '" + call.required("id") + "'");
    }
    require(call, "VM.Audit");
    return job;
  }

  private static List<Map<String, @Nullable Object>> list(RoutedCall call) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Section job : call.cluster().sections().file(JOBS).all()) {
      String guest = job.text("guest", "");
      if (call.text("guest", guest).equals(guest)
          && call.nodeName().equals(job.text("source"))
          && call.identity().has("/vms/" + guest, "VM.Audit")) {
        rows.add(status(call, job));
      }
    }
    return rows;
  }

  private static Map<String, @Nullable Object> status(RoutedCall call, Section job) {
    long last = Long.parseLong(job.text("last_sync", "0"));
    JsonMap status =
        new JsonMap()
            .put("id", job.id())
            .put("type", job.text("type"))
            .put("guest", Long.valueOf(job.text("guest", "0")))
            .put("jobnum", Long.valueOf(job.text("jobnum", "0")))
            .put("source", job.text("source"))
            .put("target", job.text("target"))
            .put("schedule", job.text("schedule", DEFAULT_SCHEDULE))
            .put("fail_count", 0)
            .put("last_sync", last)
            .put("last_try", last);
    CalendarEvent.parse(job.text("schedule", DEFAULT_SCHEDULE))
        .next(call.cluster().now().getEpochSecond())
        .ifPresent(time -> status.put("next_sync", time));
    ClusterGuest guest = call.cluster().guests().get(Integer.valueOf(job.text("guest", "0")));
    return status.putIfPresent("vmtype", guest == null ? null : guest.kind().path()).build();
  }

  private static Page log(RoutedCall call) {
    Section job = require(call);
    boolean wasRun = job.has("last_sync");
    String line =
        wasRun
            ? job.id() + ": end replication job"
            : "unable to open file - No such file or directory";
    return new Page(List.of(Map.of("n", 1, "t", line)), 1);
  }

  private static @Nullable Object scheduleNow(RoutedCall call) {
    Section job = call.cluster().sections().find(JOBS, call.required("id"));
    require(call, "VM.Replicate");
    if (job == null) {
      throw RefusalException.failure("no such replication job '" + call.required("id") + "'");
    }
    job.set("last_sync", call.cluster().now().getEpochSecond());
    return null;
  }
}
