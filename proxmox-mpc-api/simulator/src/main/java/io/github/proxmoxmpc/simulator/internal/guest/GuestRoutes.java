package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /nodes/{node}/qemu} and {@code /nodes/{node}/lxc}. */
public final class GuestRoutes {
  private static final List<String> VM_DIRECTORY =
      List.of(
          "config",
          "cloudinit",
          "pending",
          "status",
          "unlink",
          "vncproxy",
          "termproxy",
          "migrate",
          "resize",
          "move",
          "rrd",
          "rrddata",
          "monitor",
          "agent",
          "snapshot",
          "spiceproxy",
          "sendkey",
          "firewall",
          "mtunnel",
          "remote_migrate");
  private static final List<String> CONTAINER_DIRECTORY =
      List.of(
          "config",
          "pending",
          "status",
          "vncproxy",
          "termproxy",
          "vncwebsocket",
          "spiceproxy",
          "migrate",
          "clone",
          "rrd",
          "rrddata",
          "firewall",
          "snapshot",
          "resize",
          "interfaces");

  private final GuestKind kind;

  private GuestRoutes(GuestKind kind) {
    this.kind = kind;
  }

  /** Adds all routes for both kinds of guests. */
  public static void addTo(Routes routes) {
    for (GuestKind kind : GuestKind.values()) {
      String all = "/nodes/{node}/" + kind.path();
      String one = all + "/{vmid}";
      GuestRoutes guests = new GuestRoutes(kind);
      routes
          .on("GET " + all, guests::list)
          .on("GET " + one, guests::directory)
          .on("DELETE " + one, guests::destroy)
          .on("POST " + one + "/migrate", guests::migrate)
          .on("GET " + one + "/migrate", guests::migratePreconditions);
      CreateRoutes.addTo(routes, kind);
      ConfigRoutes.addTo(routes, kind);
      StatusRoutes.addTo(routes, kind);
      SnapshotRoutes.addTo(routes, kind);
      CloneRoutes.addTo(routes, kind);
      DiskRoutes.addTo(routes, kind);
      DiskMoveRoutes.addTo(routes, kind);
      GuestHistoryRoutes.addTo(routes, kind);
      ConsoleRoutes.addTo(routes, kind);
    }
    GuestAgentRoutes.addTo(routes);
    CloudInitRoutes.addTo(routes);
    BulkRoutes.addTo(routes);
  }

  private List<Object> list(RoutedCall call) {
    List<Object> rows = new ArrayList<>();
    for (ClusterGuest guest : call.cluster().guestsOn(call.nodeName(), kind)) {
      if (call.identity().has("/vms/" + guest.vmid(), "VM.Audit")) {
        rows.add(StatusRoutes.row(call, guest));
      }
    }
    return rows;
  }

  private List<Object> directory(RoutedCall call) {
    call.guest(kind);
    List<String> names = kind == GuestKind.VM ? VM_DIRECTORY : CONTAINER_DIRECTORY;
    return names.stream().<Object>map(name -> Map.of("subdir", name)).toList();
  }

  private Object destroy(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Locks.check(guest);
    String what = kind.word() + " " + guest.vmid();
    if (guest.config().current().isTrue("protection")) {
      throw RefusalException.failure("can't remove " + what + " - protection mode enabled");
    }
    boolean forced = kind == GuestKind.CONTAINER && call.isTrue("force");
    if (guest.isRunning() && !forced) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? what + " is running - destroy failed"
              : "unable to destroy " + what + " - container is running");
    }
    return call.task(
        kind.taskPrefix() + "destroy",
        Integer.toString(guest.vmid()),
        task -> {
          failIfLinked(call, guest);
          for (ClusterStorage storage : call.cluster().storages().values()) {
            storage.removeVolumesOf(guest.vmid());
          }
          ClusterPool pool = call.cluster().poolOf(guest.vmid());
          if (pool != null) {
            pool.guests().remove(guest.vmid());
          }
          call.cluster().guests().remove(guest.vmid());
          if (call.isTrue("purge")) {
            task.log("purging " + what + " from related configurations..");
          }
        });
  }

  private static void failIfLinked(RoutedCall call, ClusterGuest guest) {
    for (Drive drive : Drive.all(guest.kind(), guest.config().current())) {
      String volid = drive.volid().orElse("");
      if (!volid.contains("base")) {
        continue;
      }
      boolean used =
          call.cluster().guests().values().stream()
              .filter(other -> other.vmid() != guest.vmid())
              .flatMap(other -> Drive.all(other.kind(), other.config().current()).stream())
              .anyMatch(other -> other.file().startsWith(volid + "/"));
      if (used) {
        throw new TaskFailure("base volume '" + volid + "' is still in use by linked cloned");
      }
    }
  }

  private Object migrate(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String target = call.required("target");
    if (target.equals(call.nodeName())) {
      throw RefusalException.parameter("target", "target is local node.");
    }
    if (!call.cluster().nodes().containsKey(target)) {
      throw RefusalException.failure("no such cluster node '" + target + "'");
    }
    Locks.check(guest);
    boolean restart = kind == GuestKind.CONTAINER && call.isTrue("restart");
    if (guest.isRunning() && !call.isTrue("online") && !restart) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "can't migrate running VM without --online"
              : "can't migrate running container without --online or --restart");
    }
    return call.task(
        kind.taskPrefix() + "migrate",
        Integer.toString(guest.vmid()),
        task -> {
          task.log(
              "starting migration of "
                  + kind.word()
                  + " "
                  + guest.vmid()
                  + " to node '"
                  + target
                  + "'");
          failIfDisksStay(call, guest, task);
          guest.moveTo(target);
          task.log("migration finished successfully");
        });
  }

  private static List<Drive> localDisks(RoutedCall call, ClusterGuest guest) {
    return VolumeFeatures.disks(guest, guest.config().current()).stream()
        .filter(
            drive ->
                VolumeFeatures.storage(call.cluster(), drive.file())
                    .filter(ClusterStorage::isShared)
                    .isEmpty())
        .toList();
  }

  private static void failIfDisksStay(RoutedCall call, ClusterGuest guest, WorkerTask task) {
    List<Drive> local = localDisks(call, guest);
    boolean refused =
        guest.kind() == GuestKind.VM && guest.isRunning() && !call.isTrue("with-local-disks");
    if (local.isEmpty() || !refused) {
      return;
    }
    for (Drive drive : local) {
      task.log("found local disk '" + drive.file() + "' (attached)");
      task.log(
          "can't migrate local disk '"
              + drive.file()
              + "': can't live migrate attached local disks without with-local-disks option");
    }
    task.log("ERROR: Problem found while scanning volumes - can't migrate VM - check log");
    task.log("aborting phase 1 - cleanup resources");
    throw new TaskFailure("migration aborted");
  }

  private Object migratePreconditions(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Locks.check(guest);
    List<String> others =
        call.cluster().nodes().keySet().stream()
            .filter(name -> !name.equals(call.nodeName()))
            .toList();
    int running = guest.isRunning() ? 1 : 0;
    if (kind == GuestKind.CONTAINER) {
      return Map.of("running", running, "allowed-nodes", others, "not-allowed-nodes", Map.of());
    }
    return Map.of(
        "running", running,
        "allowed_nodes", others,
        "not_allowed_nodes", Map.of(),
        "local_disks", localDisks(call, guest).stream().map(GuestRoutes::localDisk).toList(),
        "local_resources", List.of(),
        "mapped-resources", List.of(),
        "mapped-resource-info", Map.of(),
        "has-dbus-vmstate", 1);
  }

  private static Object localDisk(Drive drive) {
    return new JsonMap()
        .put("cdrom", 0)
        .put("drivename", drive.key())
        .put("is_attached", 1)
        .put("is_cloudinit", 0)
        .put("is_tpmstate", drive.key().equals("tpmstate0") ? 1 : 0)
        .put("is_unused", 0)
        .put("is_vmstate", 0)
        .put("replicate", "0".equals(drive.option("replicate")) ? 0 : 1)
        .put("shared", 0)
        .put("size", drive.size().orElse(0L))
        .put("volid", drive.file())
        .build();
  }
}
