package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code .../prunebackups}: which backups the rules would remove, and removing them. */
final class PruneRoutes {
  private PruneRoutes() {}

  static void addTo(Routes routes) {
    String path = "/nodes/{node}/storage/{storage}/prunebackups";
    routes.on("GET " + path, PruneRoutes::preview).on("DELETE " + path, PruneRoutes::prune);
  }

  private static List<Object> preview(RoutedCall call) {
    ClusterStorage storage = StorageAccess.find(call, call.required("storage"));
    return decide(call, storage).stream()
        .<Object>map(candidate -> row(call, storage, candidate))
        .toList();
  }

  private static Object row(
      RoutedCall call, ClusterStorage storage, Retention.Candidate candidate) {
    Instant created = storage.facts(candidate.volume.volid()).created();
    Instant otherwise = created == null ? call.cluster().bootTime() : created;
    Instant time = candidate.name.map(name -> name.time()).orElse(otherwise);
    return new JsonMap()
        .put("volid", candidate.volume.volid())
        .put("ctime", time.getEpochSecond())
        .put("type", candidate.type())
        .put("mark", candidate.mark)
        .putIfPresent("vmid", candidate.volume.vmid())
        .build();
  }

  private static List<Retention.Candidate> decide(RoutedCall call, ClusterStorage storage) {
    if (!storage.holds("backup")) {
      throw RefusalException.failure("storage '" + storage.id() + "' does not support backups");
    }
    String rules = call.text("prune-backups", storage.option("prune-backups", ""));
    if (rules.isEmpty()) {
      throw RefusalException.failure(
          "no prune-backups options configured for storage '" + storage.id() + "'");
    }
    StorageAccess.active(call, storage.id());
    return new Retention(rules).decide(storage, vmid(call), call.text("type"));
  }

  private static @Nullable Integer vmid(RoutedCall call) {
    return call.has("vmid") ? (Integer) call.vmid() : null;
  }

  private static Object prune(RoutedCall call) {
    String id = call.required("storage");
    if (call.has("vmid")) {
      StorageAccess.requireAny(call, "/storage/" + id, "Datastore.AllocateSpace");
      StorageAccess.requireAny(call, "/vms/" + call.vmid(), "VM.Backup");
    } else {
      StorageAccess.requireAny(call, "/storage/" + id, "Datastore.Allocate");
    }
    return call.task(
        "prunebackups",
        call.has("vmid") ? call.vmid() + "@" + id : id,
        task -> {
          ClusterStorage storage = StorageAccess.find(call, id);
          for (Retention.Candidate candidate : decide(call, storage)) {
            if (candidate.isRemoved()) {
              task.log("removing backup '" + candidate.volume.volid() + "'");
              storage.volumes().remove(candidate.volume.volid());
            }
          }
        });
  }
}
