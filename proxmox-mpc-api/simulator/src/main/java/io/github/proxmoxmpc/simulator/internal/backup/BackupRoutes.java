package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/vzdump} and the removal of old backups, after PVE::API2::VZDump of 9.2. */
public final class BackupRoutes {
  private static final List<String> ROOT_ONLY = List.of("tmpdir", "dumpdir", "script", "job-id");
  private static final List<String> NODE_OPTIONS = List.of("bwlimit", "ionice", "performance");

  private BackupRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    routes
        .on("POST /nodes/{node}/vzdump", BackupRoutes::start)
        .on("GET /nodes/{node}/vzdump/defaults", BackupRoutes::defaults)
        .on("GET /nodes/{node}/vzdump/extractconfig", BackupRoutes::configuration);
    PruneRoutes.addTo(routes);
  }

  private static Object start(RoutedCall call) {
    if (call.isTrue("stdout")) {
      throw RefusalException.parameter(
          "stdout", "option is only allowed on the command line interface.");
    }
    checkPermissions(call);
    checkSelection(call);
    SortedSet<Integer> vmids = GuestSelection.of(call.cluster(), call::text);
    if (call.isTrue("stop")) {
      StorageAccess.requireAny(call, "/nodes/" + call.nodeName(), "Sys.Modify");
      stopRunning(call);
    }
    boolean all = call.isTrue("all") || (call.has("exclude") && !call.has("pool"));
    if (vmids.isEmpty() && (call.isTrue("stop") || !all)) {
      return "OK";
    }
    if (!call.has("dumpdir")) {
      StorageAccess.requireAny(
          call, "/storage/" + call.text("storage", "local"), "Datastore.AllocateSpace");
    }
    String id = vmids.size() == 1 ? vmids.first().toString() : "";
    return call.task("vzdump", id, task -> new BackupRun(call, task).of(vmids, all));
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
    if (NODE_OPTIONS.stream().anyMatch(call::has)) {
      StorageAccess.requireAny(call, "/", "Sys.Modify");
    }
    String fleecing = call.text("fleecing", "").replaceFirst(".*\\bstorage=([^,]+).*", "$1");
    if (call.text("fleecing", "").contains("storage=")) {
      StorageAccess.requireAny(call, "/storage/" + fleecing, "Datastore.AllocateSpace");
    }
    if (call.has("prune-backups") && !call.has("dumpdir")) {
      StorageAccess.requireAny(
          call, "/storage/" + call.text("storage", "local"), "Datastore.Allocate");
    }
  }

  private static void checkSelection(RoutedCall call) {
    for (String option : List.of("all", "exclude", "pool")) {
      if (call.has("vmid") && call.has(option) && !"0".equals(call.text(option))) {
        throw RefusalException.parameter(option, "option conflicts with option 'vmid'");
      }
    }
    NotesTemplate.complaint(call.text("notes-template", ""))
        .ifPresent(
            complaint -> {
              throw RefusalException.parameter("notes-template", complaint);
            });
    boolean isSelected =
        call.isTrue("all")
            || call.isTrue("stop")
            || List.of("vmid", "pool", "exclude").stream().anyMatch(call::has);
    if (!isSelected) {
      throw RefusalException.parameter("vmid", "property is missing");
    }
  }

  private static void stopRunning(RoutedCall call) {
    for (WorkerTask task : call.cluster().tasks().newestFirst()) {
      boolean isBackup =
          task.origin().type().equals("vzdump") && task.origin().node().equals(call.nodeName());
      if (isBackup && task.isRunning()) {
        call.cluster().tasks().interrupt(task.upid());
      }
    }
  }

  private static Map<String, @Nullable Object> defaults(RoutedCall call) {
    String id = call.text("storage", "local");
    StorageAccess.requireAny(call, "/storage/" + id, "Datastore.Audit", "Datastore.AllocateSpace");
    ClusterStorage storage = StorageAccess.find(call, id);
    requireBackups(storage);
    JsonMap defaults =
        new JsonMap()
            .put("storage", id)
            .put("all", 0)
            .put("bwlimit", 0)
            .put("compress", "0")
            .put("fleecing", Map.of("enabled", 0))
            .put("lockwait", 180)
            .put("mailnotification", "always")
            .put("mode", "snapshot")
            .put("notification-mode", "auto")
            .put("performance", Map.of("max-workers", 16, "pbs-entries-max", 1_048_576))
            .put("pigz", 0)
            .put(
                "prune-backups",
                new Retention(storage.option("prune-backups", "keep-all=1")).text(","))
            .put("quiet", 0)
            .put("remove", 1)
            .put("stdexcludes", 1)
            .put("stop", 0)
            .put("stopwait", 10)
            .put("zstd", 1);
    if (call.identity().has("/nodes/" + call.nodeName(), "Sys.Audit")) {
      defaults.put("ionice", 7);
      if (storage.isFileBased()) {
        defaults.put("dumpdir", storage.path() + "/dump");
      }
    }
    return defaults.build();
  }

  /** Refuses a storage that does not hold backups. */
  static void requireBackups(ClusterStorage storage) {
    if (!storage.holds("backup")) {
      throw RefusalException.failure(
          "can't use storage '" + storage.id() + "' for backups - wrong content type");
    }
  }

  private static Object configuration(RoutedCall call) {
    String volid = call.required("volume");
    StorageAccess.checkBackup(call, volid, 0);
    ClusterStorage storage = StorageAccess.ofVolume(call, volid);
    VolumeName name = StorageAccess.name(storage, volid);
    StorageAccess.requireAny(call, "/vms/" + name.vmid(), "VM.Backup");
    StorageAccess.enabled(call, storage.id());
    String configuration = storage.facts(volid).configuration();
    if (configuration == null) {
      throw RefusalException.failure(
          "ERROR: file '" + storage.path() + "/dump/" + file(volid) + "' does not exist");
    }
    return configuration;
  }

  private static String file(String volid) {
    return volid.substring(volid.indexOf('/') + 1);
  }
}
