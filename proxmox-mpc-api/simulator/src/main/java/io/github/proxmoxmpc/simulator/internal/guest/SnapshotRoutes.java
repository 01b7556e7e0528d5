package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code .../snapshot}. */
final class SnapshotRoutes {
  private final GuestKind kind;

  private SnapshotRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    SnapshotRoutes snapshots = new SnapshotRoutes(kind);
    String all = "/nodes/{node}/" + kind.path() + "/{vmid}/snapshot";
    String one = all + "/{snapname}";
    routes
        .on("GET " + all, snapshots::list)
        .on("POST " + all, snapshots::create)
        .on("GET " + one, snapshots::directory)
        .on("DELETE " + one, snapshots::delete)
        .on("GET " + one + "/config", snapshots::read)
        .on("PUT " + one + "/config", snapshots::update)
        .on("POST " + one + "/rollback", snapshots::rollback);
  }

  private List<Object> directory(RoutedCall call) {
    call.guest(kind);
    return List.of(Map.of("cmd", "rollback"), Map.of("cmd", "config"));
  }

  private List<Object> list(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    StoredConfig config = guest.config();
    List<Object> rows = new ArrayList<>();
    for (String name : config.snapshots()) {
      config.snapshot(name).ifPresent(section -> rows.add(row(name, section)));
    }
    JsonMap current =
        new JsonMap()
            .put("name", "current")
            .put("description", "You are here!")
            .put("digest", config.digest())
            .put("running", guest.isRunning() ? 1 : 0);
    current.putIfPresent("parent", config.current().get("parent"));
    rows.add(current.build());
    return rows;
  }

  private Map<String, @Nullable Object> row(String name, ConfigSection section) {
    JsonMap row =
        new JsonMap()
            .put("name", name)
            .put("snaptime", Long.valueOf(section.get("snaptime", "0")))
            .put("description", section.get("description", ""));
    if (kind == GuestKind.VM) {
      row.put("vmstate", section.get("vmstate") == null ? 0 : 1);
    }
    row.putIfPresent("parent", section.get("parent"));
    row.putIfPresent("snapstate", section.get("snapstate"));
    return row.build();
  }

  private Object create(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String name = call.required("snapname");
    if (name.equals("current") || name.equals("pending")) {
      throw RefusalException.failure("unable to use snapshot name '" + name + "' (reserved name)");
    }
    return task(
        call,
        "snapshot",
        lines -> {
          Locks.complaint(guest)
              .ifPresent(
                  complaint -> {
                    throw new TaskFailure(complaint);
                  });
          if (guest.config().snapshot(name).isPresent()) {
            throw new TaskFailure("snapshot name '" + name + "' already used");
          }
          failIfDisksCannot(call, guest);
          String vmstate = vmstate(call, guest, name);
          guest
              .config()
              .takeSnapshot(
                  name,
                  section -> {
                    section.set("snaptime", Long.toString(call.cluster().now().getEpochSecond()));
                    String description = call.text("description");
                    if (description != null) {
                      section.set("description", description);
                    }
                    if (vmstate != null) {
                      section.set("vmstate", vmstate);
                    }
                  });
          for (Drive drive : Drive.all(kind, guest.config().current())) {
            if (!drive.isCdrom() && !drive.key().startsWith("unused")) {
              lines.add("snapshotting 'drive-" + drive.key() + "' (" + drive.file() + ")");
            }
          }
        });
  }

  private @Nullable String vmstate(RoutedCall call, ClusterGuest guest, String name) {
    if (kind != GuestKind.VM || !call.isTrue("vmstate") || !guest.isRunning()) {
      return null;
    }
    for (Drive drive : Drive.all(kind, guest.config().current())) {
      String volid = drive.volid().orElse("");
      ClusterStorage storage =
          volid.isEmpty()
              ? null
              : call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
      if (storage != null && !drive.isCdrom()) {
        return new VolumeCatalog(call.cluster())
            .allocate(
                storage,
                guest,
                new VolumeCatalog.Disk("raw", 1024L * 1024 * 1024, "state-" + name, "vm-"))
            .volid();
      }
    }
    return null;
  }

  private static void failIfDisksCannot(RoutedCall call, ClusterGuest guest) {
    VolumeFeatures features = new VolumeFeatures(call.cluster(), null);
    if (!features.allHave("snapshot", guest, guest.config().current())) {
      throw new TaskFailure("snapshot feature is not available");
    }
  }

  private Object delete(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String name = call.required("snapname");
    return task(
        call,
        "delsnapshot",
        lines -> {
          failIfMissing(guest, name);
          guest.config().deleteSnapshot(name);
        });
  }

  private Object rollback(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String name = call.required("snapname");
    return task(
        call,
        "rollback",
        lines -> {
          failIfMissing(guest, name);
          boolean withState = guest.config().snapshot(name).map(s -> s.get("vmstate")).isPresent();
          guest.stop();
          guest.config().rollback(name);
          if (withState || call.isTrue("start")) {
            guest.start(call.cluster().now());
          }
        });
  }

  private static void failIfMissing(ClusterGuest guest, String name) {
    if (guest.config().snapshot(name).isEmpty()) {
      throw new TaskFailure("snapshot '" + name + "' does not exist");
    }
  }

  private Object read(RoutedCall call) {
    String name = call.required("snapname");
    return call.guest(kind)
        .config()
        .snapshotResponse(name)
        .orElseThrow(() -> RefusalException.failure("snapshot '" + name + "' does not exist"));
  }

  private @Nullable Object update(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String name = call.required("snapname");
    if (guest.config().snapshot(name).isEmpty()) {
      throw RefusalException.failure("snapshot '" + name + "' does not exist");
    }
    String description = call.text("description");
    if (description != null) {
      guest.config().changeSnapshot(name, section -> section.set("description", description));
    }
    return null;
  }

  private interface Work {
    void run(List<String> lines);
  }

  private String task(RoutedCall call, String action, Work work) {
    return call.task(
        kind.taskPrefix() + action,
        Integer.toString(call.vmid()),
        task -> {
          List<String> lines = new ArrayList<>();
          work.run(lines);
          lines.forEach(task::log);
        });
  }
}
