package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates a guest from a backup, or replaces one: {@code archive} of {@code POST
 * /nodes/{node}/qemu}, {@code restore} of {@code POST /nodes/{node}/lxc}.
 */
final class Restore {
  private final RoutedCall call;
  private final GuestKind kind;
  private final int vmid;
  private final String archive;

  Restore(RoutedCall call, GuestKind kind) {
    this.call = call;
    this.kind = kind;
    this.vmid = call.vmid();
    this.archive = call.text(kind == GuestKind.VM ? "archive" : "ostemplate", "");
  }

  static boolean isAsked(RoutedCall call) {
    return call.has("archive") || call.isTrue("restore");
  }

  Object start() {
    checkPermissions();
    for (String key : call.parameters().keySet()) {
      if (kind == GuestKind.VM && Drive.isKey(kind, key)) {
        throw RefusalException.parameter(key, "option conflicts with option 'archive'");
      }
    }
    if (archive.equals("-")) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "pipe requires cli environment"
              : "pipe can only be used with restore tasks");
    }
    if (kind == GuestKind.CONTAINER) {
      checkReplaced();
      checkTarget();
    }
    StorageAccess.checkBackup(call, archive, vmid);
    ClusterStorage source = StorageAccess.ofVolume(call, archive);
    if (source.volume(archive) == null) {
      throw RefusalException.failure("volume '" + archive + "' does not exist");
    }
    if (kind == GuestKind.VM) {
      checkReplaced();
    }
    call.parameters()
        .forEach(
            (key, value) ->
                ConfigRoutes.checkAllowed(call.identity(), kind, key, value.toString()));
    return call.task(
        kind == GuestKind.VM ? "qmrestore" : "vzrestore",
        Integer.toString(vmid),
        task -> {
          try {
            restore(source, task);
          } catch (RefusalException refusal) {
            throw new TaskFailure(prefix() + " " + refusal.getMessage());
          }
        });
  }

  private String prefix() {
    return "unable to restore " + kind.word() + " " + vmid + " -";
  }

  private void checkPermissions() {
    String pool = call.text("pool");
    if (pool != null && !call.cluster().pools().containsKey(pool)) {
      throw RefusalException.forbidden("pool '" + pool + "' does not exist");
    }
    String storage = call.text("storage");
    if (storage != null) {
      StorageAccess.requireAny(call, "/storage/" + storage, "Datastore.AllocateSpace");
    }
    boolean mayAllocate =
        call.identity().has("/vms/" + vmid, "VM.Allocate")
            || (pool != null && call.identity().has("/pool/" + pool, "VM.Allocate"));
    boolean mayReplace =
        call.isTrue("force")
            && existing() != null
            && call.identity().has("/vms/" + vmid, "VM.Backup");
    if (!mayAllocate && !mayReplace) {
      throw RefusalException.forbidden("");
    }
  }

  private @Nullable ClusterGuest existing() {
    return call.cluster().guest(call.nodeName(), kind, vmid).orElse(null);
  }

  /** Refuses an id that is in use, unless its guest may be replaced. */
  private void checkReplaced() {
    ClusterGuest other = call.cluster().guests().get(vmid);
    String start = kind == GuestKind.VM ? prefix() + " " : "";
    if (other == null) {
      return;
    }
    if (!call.isTrue("force") || existing() == null) {
      throw RefusalException.failure(
          start
              + other.kind().word()
              + " "
              + vmid
              + " already exists on node '"
              + other.node()
              + "'");
    }
    if (kind == GuestKind.CONTAINER) {
      if (other.isRunning()) {
        throw RefusalException.failure("can't overwrite running container");
      }
      if (other.config().current().isTrue("protection")) {
        throw RefusalException.failure(prefix() + " protection mode enabled");
      }
    }
    Locks.complaint(other)
        .ifPresent(
            complaint -> {
              throw RefusalException.failure(prefix() + " " + complaint);
            });
  }

  private void checkTarget() {
    boolean hasMounts = call.parameters().keySet().stream().anyMatch(key -> key.matches("mp\\d+"));
    if (hasMounts && !call.has("rootfs")) {
      throw RefusalException.failure("mount points configured, but 'rootfs' not set - aborting");
    }
    if (!call.has("rootfs")) {
      String id = call.text("storage", "local");
      ClusterStorage storage = StorageAccess.enabled(call, id);
      if (!storage.holds("rootdir")) {
        throw RefusalException.parameter(
            "storage", "storage '" + id + "' does not support container directories");
      }
      StorageAccess.requireAny(call, "/storage/" + id, "Datastore.AllocateSpace");
      StorageAccess.active(call, id);
    }
  }

  private void restore(ClusterStorage source, WorkerTask task) {
    ClusterGuest old = existing();
    if (old != null && old.config().current().isTrue("protection")) {
      throw new TaskFailure(prefix() + " - protection mode enabled");
    }
    if (old != null && old.isRunning()) {
      throw new TaskFailure(
          kind == GuestKind.VM
              ? prefix() + " vm is running"
              : prefix() + " can't overwrite running container");
    }
    if (kind == GuestKind.CONTAINER) {
      task.log("recovering backed-up configuration from '" + archive + "'");
    }
    String backup = source.facts(archive).configuration();
    if (backup == null) {
      throw RefusalException.failure("archive contains no configuration file");
    }
    ArchivedConfig archived = new ArchivedConfig(call, kind, backup);
    ClusterGuest guest = new ClusterGuest(vmid, kind, call.nodeName(), archived.withoutDrives());
    Map<String, String> orders = archived.disks();
    checkStorages(orders);
    Map<String, Volume> kept = new LinkedHashMap<>();
    if (old != null) {
      kept.putAll(release(old, orders));
      call.cluster().guests().remove(vmid);
    }
    ConfigWriter writer = new ConfigWriter(call, guest).loggingTo(task::log);
    orders.forEach(writer::set);
    task.log("restoring '" + archive + "' now..");
    task.log("merging backed-up and given configuration..");
    archived.personalize(guest);
    CreateRoutes.options(call).forEach(writer::set);
    kept.forEach((key, volume) -> guest.config().change(c -> c.set(key, volume.volid())));
    call.cluster().guests().put(vmid, guest);
    ClusterPool pool = call.cluster().pools().get(call.text("pool", ""));
    if (pool != null) {
      pool.guests().add(vmid);
    }
    CreateRoutes.startIfAsked(call, guest, task);
  }

  private void checkStorages(Map<String, String> orders) {
    orders.forEach(
        (key, value) ->
            Drive.parse(key, value)
                .volid()
                .ifPresent(
                    volid -> {
                      String id = volid.substring(0, volid.indexOf(':'));
                      StorageAccess.active(call, id);
                      StorageAccess.requireAny(call, "/storage/" + id, "Datastore.AllocateSpace");
                    }));
  }

  /** Frees the volumes of the old guest, and returns those that the backup does not replace. */
  private Map<String, Volume> release(ClusterGuest old, Map<String, String> orders) {
    Map<String, Volume> kept = new LinkedHashMap<>();
    VolumeCatalog catalog = new VolumeCatalog(call.cluster());
    for (Drive drive : Drive.all(kind, old.config().current())) {
      String volid = drive.volid().orElse("");
      ClusterStorage storage =
          volid.isEmpty() || drive.isCdrom()
              ? null
              : call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
      Volume volume = storage == null ? null : catalog.find(storage, volid).orElse(null);
      if (storage == null || volume == null) {
        continue;
      }
      if (kind == GuestKind.CONTAINER || orders.containsKey(drive.key())) {
        storage.volumes().remove(volid);
      } else {
        storage.add(volume, storage.facts(volid));
        kept.put("unused" + kept.size(), volume);
      }
    }
    return kept;
  }
}
