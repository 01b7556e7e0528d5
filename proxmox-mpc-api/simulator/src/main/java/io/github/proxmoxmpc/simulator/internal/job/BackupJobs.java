package io.github.proxmoxmpc.simulator.internal.job;

import io.github.proxmoxmpc.simulator.internal.backup.GuestSelection;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/backup} and {@code /cluster/backup-info}, after PVE::API2::Backup of 9.2. */
final class BackupJobs {
  private static final String JOBS = "/cluster/backup";
  private static final List<String> ROOT_ONLY = List.of("tmpdir", "dumpdir", "script", "job-id");

  private BackupJobs() {}

  static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, jobs());
    routes
        .on("GET " + JOBS + "/{id}/included_volumes", BackupJobs::includedVolumes)
        .on("GET /cluster/backup-info/not-backed-up", BackupJobs::notBackedUp);
  }

  private static SectionType jobs() {
    return SectionType.at(JOBS + "/{id}")
        .newId(call -> call.text("id", call.cluster().newUuid()))
        .inOrder()
        .controls("starttime dow")
        .initially("enabled", "1")
        .parsed("prune-backups performance fleecing")
        .exists("Job '%s' already exists")
        .missing(id -> RefusalException.parameter("id", "No such job '" + id + "'"))
        .unknownOption(
            option -> RefusalException.parameter("delete", "unknown option '" + option + "'"))
        .check(BackupJobs::check)
        .row(
            (call, job, json) -> {
              json.put("type", "vzdump");
              JobRoutes.addNextRun(call, job, json);
            })
        .item((call, job, json) -> json.put("type", "vzdump"));
  }

  private static void check(SectionChange change) {
    if (change.deletes()) {
      return;
    }
    RoutedCall call = change.call();
    checkPermissions(call);
    setSchedule(change);
    Section job = change.section();
    for (String option : List.of("all", "exclude", "pool")) {
      if (call.has("vmid") && call.has(option) && !"0".equals(call.text(option))) {
        throw RefusalException.parameter(option, "option conflicts with option 'vmid'");
      }
    }
    if (job.has("exclude") && !job.has("pool")) {
      job.set("all", "1");
    }
    keepOnlyOneSelection(call, job);
    if (!job.isTrue("all") && !job.has("pool") && !job.has("vmid") && !job.isTrue("stop")) {
      throw RefusalException.parameter("vmid", "property is missing");
    }
  }

  private static void checkPermissions(RoutedCall call) {
    if (call.identity().isRoot()) {
      return;
    }
    for (String option : ROOT_ONLY) {
      if (call.has(option)) {
        throw RefusalException.parameter(option, "Only root may set this option.");
      }
    }
    String pool = call.text("pool");
    if (pool != null && !call.cluster().pools().containsKey(pool)) {
      throw RefusalException.forbidden("pool '" + pool + "' does not exist");
    }
  }

  private static void setSchedule(SectionChange change) {
    RoutedCall call = change.call();
    if (call.has("schedule") && call.has("starttime")) {
      throw RefusalException.parameter(
          "starttime", "'starttime' and 'schedule' cannot both be set");
    }
    if (call.has("starttime")) {
      String days = call.has("dow") ? String.join(",", call.list("dow")) + " " : "";
      change.section().set("schedule", days + call.text("starttime"));
    } else if (change.creates() && !call.has("schedule")) {
      throw RefusalException.parameter("schedule", "neither 'starttime' nor 'schedule' were set");
    }
    JobRoutes.checkSchedule(call);
  }

  private static void keepOnlyOneSelection(RoutedCall call, Section job) {
    if (call.has("vmid")) {
      List.of("all", "exclude", "pool").forEach(option -> job.set(option, null));
    } else if (call.isTrue("all")) {
      List.of("vmid", "pool").forEach(option -> job.set(option, null));
    } else if (call.has("pool")) {
      List.of("all", "exclude", "vmid").forEach(option -> job.set(option, null));
    }
  }

  private static Map<String, @Nullable Object> includedVolumes(RoutedCall call) {
    Section job = call.cluster().sections().find(JOBS, call.required("id"));
    if (job == null) {
      throw RefusalException.parameter("id", "No such job '" + call.required("id") + "'");
    }
    List<Map<String, @Nullable Object>> guests = new ArrayList<>();
    for (int vmid : GuestSelection.of(call.cluster(), job::text)) {
      if (call.identity().has("/vms/" + vmid, "VM.Audit")) {
        guests.add(guest(vmid, call.cluster().guests().get(vmid)));
      }
    }
    return new JsonMap().put("children", guests).build();
  }

  private static Map<String, @Nullable Object> guest(int vmid, @Nullable ClusterGuest guest) {
    JsonMap json = new JsonMap().put("id", vmid);
    if (guest == null) {
      return json.put("type", "unknown").put("leaf", 1).build();
    }
    List<Map<String, @Nullable Object>> volumes = new ArrayList<>();
    for (Drive drive : Drive.all(guest.kind(), guest.config().current())) {
      if (!drive.isCdrom() && !drive.key().startsWith("unused")) {
        volumes.add(volume(guest, drive));
      }
    }
    String name = guest.config().current().get(guest.kind() == GuestKind.VM ? "name" : "hostname");
    return json.put("type", guest.kind().path())
        .put("name", name)
        .put("children", volumes)
        .put("leaf", volumes.isEmpty() ? 1 : 0)
        .build();
  }

  private static Map<String, @Nullable Object> volume(ClusterGuest guest, Drive drive) {
    String backup = drive.option("backup");
    boolean included;
    String reason;
    if (guest.kind() == GuestKind.VM) {
      included = !"0".equals(backup);
      reason = included ? "backup=yes" : "backup=no";
    } else if (drive.key().equals("rootfs")) {
      included = true;
      reason = "rootfs";
    } else {
      included = "1".equals(backup);
      reason = included ? "enabled" : "disabled";
    }
    return new JsonMap()
        .put("id", guest.vmid() + ":" + drive.key())
        .put("name", drive.file())
        .put("included", included ? 1 : 0)
        .put("reason", reason)
        .put("leaf", 1)
        .build();
  }

  private static List<Map<String, @Nullable Object>> notBackedUp(RoutedCall call) {
    SortedSet<Integer> covered = new TreeSet<>();
    for (Section job : call.cluster().sections().file(JOBS).all()) {
      covered.addAll(GuestSelection.of(call.cluster(), job::text));
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    call.cluster()
        .guests()
        .forEach(
            (vmid, guest) -> {
              if (!covered.contains(vmid) && call.identity().has("/vms/" + vmid, "VM.Audit")) {
                rows.add(
                    new JsonMap()
                        .put("vmid", vmid)
                        .put("name", guest.name())
                        .put("type", guest.kind().path())
                        .build());
              }
            });
    return rows;
  }
}
