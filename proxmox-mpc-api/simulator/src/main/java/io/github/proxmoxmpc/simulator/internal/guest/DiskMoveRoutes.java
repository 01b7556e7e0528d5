package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.Map;

/** {@code .../move_disk} and {@code .../move_volume}: to another storage, or to another guest. */
final class DiskMoveRoutes {
  private final GuestKind kind;
  private final String diskParameter;

  private DiskMoveRoutes(GuestKind kind) {
    this.kind = kind;
    this.diskParameter = kind == GuestKind.VM ? "disk" : "volume";
  }

  static void addTo(Routes routes, GuestKind kind) {
    DiskMoveRoutes moves = new DiskMoveRoutes(kind);
    routes.on(
        "POST /nodes/{node}/"
            + kind.path()
            + "/{vmid}/"
            + (kind == GuestKind.VM ? "move_disk" : "move_volume"),
        moves::move);
  }

  private Object move(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    boolean toStorage = call.has("storage");
    if (toStorage == call.has("target-vmid")) {
      String complaint =
          toStorage
              ? "either set 'storage' or 'target-vmid', but not both"
              : "both 'storage' and 'target-vmid' missing, either needs to be set";
      throw new InvalidParametersException(Map.of("target-vmid", complaint, "storage", complaint));
    }
    String digest = call.text("digest");
    if (digest != null && !digest.equals(guest.config().digest())) {
      throw RefusalException.failure("checksum mismatch (file change by other user?)");
    }
    return toStorage ? toStorage(call, guest) : toGuest(call, guest);
  }

  private Object toStorage(RoutedCall call, ClusterGuest guest) {
    Locks.check(guest);
    String key = call.required(diskParameter);
    Drive drive = drive(guest, key);
    if (kind == GuestKind.CONTAINER && guest.isRunning()) {
      throw RefusalException.failure("cannot move volumes of a running container");
    }
    ClusterStorage target = StorageAccess.active(call, call.required("storage"));
    String volid = drive.file();
    String format = call.text("format", VolumeCatalog.format(volid));
    boolean isSame =
        volid.startsWith(target.id() + ":") && format.equals(VolumeCatalog.format(volid));
    if (kind == GuestKind.VM && isSame) {
      throw RefusalException.failure("you can't move to the same storage with same format");
    }
    String content = kind == GuestKind.VM ? "images" : "rootdir";
    if (!target.holds(content)) {
      throw RefusalException.parameter(
          "storage",
          "storage '"
              + target.id()
              + "' does not support "
              + (kind == GuestKind.VM ? "vm images" : "container directories"));
    }
    if (call.isTrue("delete") && isInSnapshot(guest, volid)) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "you can't move a disk with snapshots and delete the source"
              : "you can't move a volume with snapshots and delete the source");
    }
    return call.task(
        kind == GuestKind.VM ? "qmmove" : "move_volume",
        Integer.toString(guest.vmid()),
        task -> copy(call, guest, drive, task));
  }

  private void copy(RoutedCall call, ClusterGuest guest, Drive drive, WorkerTask task) {
    ClusterStorage target = StorageAccess.active(call, call.required("storage"));
    String before = drive.file();
    String format =
        target.isFileBased() ? call.text("format", VolumeCatalog.format(before)) : "raw";
    Volume copy =
        new VolumeCatalog(call.cluster())
            .allocate(target, guest, VolumeCatalog.Disk.numbered(format, drive.size().orElse(0L)));
    guest
        .config()
        .change(
            config -> config.set(drive.key(), ConfigWriter.print(copy.volid(), drive.options())));
    if (call.isTrue("delete")) {
      VolumeFeatures.storage(call.cluster(), before)
          .ifPresent(storage -> storage.volumes().remove(before));
    } else {
      new ConfigWriter(call, guest).keepAsUnused(drive.key(), before);
    }
    task.log("moved '" + before + "' to '" + copy.volid() + "'");
  }

  private Drive drive(ClusterGuest guest, String key) {
    String value = guest.config().current().get(key);
    if (value == null) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "disk '" + key + "' does not exist"
              : "volume '" + key + "' for container '" + guest.vmid() + "' does not exist");
    }
    Drive drive = Drive.parse(key, value);
    if (drive.isCdrom() && !drive.isCloudInit()) {
      throw RefusalException.failure("you can't move a cdrom");
    }
    if (drive.volid().isEmpty()) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "disk '" + key + "' has no associated volume"
              : "Volume '" + key + "' has no associated image");
    }
    return drive;
  }

  private static boolean isInSnapshot(ClusterGuest guest, String volid) {
    return guest.config().snapshots().stream()
        .flatMap(name -> guest.config().snapshot(name).stream())
        .flatMap(section -> Drive.all(guest.kind(), section).stream())
        .anyMatch(drive -> drive.file().equals(volid));
  }

  private Object toGuest(RoutedCall call, ClusterGuest guest) {
    int targetId = (int) call.number("target-vmid", 0);
    String key = call.required(diskParameter);
    String targetKey = call.text(kind == GuestKind.VM ? "target-disk" : "target-volume", key);
    boolean mayChange = call.identity().has("/vms/" + targetId, "VM.Config.Disk");
    if (!mayChange) {
      throw RefusalException.forbidden("/vms/" + targetId + ", VM.Config.Disk");
    }
    ClusterGuest target = call.cluster().guests().get(targetId);
    String word = kind == GuestKind.VM ? "VM" : "CT";
    if (target == null || target.kind() != kind) {
      throw RefusalException.failure("could not find target " + word + " " + targetId);
    }
    if (!target.node().equals(guest.node())) {
      throw RefusalException.failure(
          (kind == GuestKind.VM ? "Both VMs" : "Both containers")
              + " need to be on the same node ("
              + guest.node()
              + " != "
              + target.node()
              + ")");
    }
    Locks.check(guest);
    Locks.check(target);
    if (guest.isTemplate() || target.isTemplate()) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "Can't move disks from or to template VMs"
              : "Can't move volumes from or to template CT");
    }
    Drive drive = drive(guest, key);
    if (target.config().current().get(targetKey) != null) {
      throw RefusalException.failure(
          (kind == GuestKind.VM ? "Target disk key '" : "Target volume key '")
              + targetKey
              + "' is already in use for "
              + (kind == GuestKind.VM ? "VM" : "container")
              + " '"
              + targetId
              + "'");
    }
    if (guest.isRunning()) {
      throw RefusalException.failure(
          "Cannot move disk to another VM while the source VM is running - detach first");
    }
    return call.task(
        kind == GuestKind.VM ? "qmmove" : "move_volume",
        guest.vmid() + "-" + key + ">" + targetId + "-" + targetKey,
        task -> reassign(call, new Reassignment(guest, drive, target, targetKey), task));
  }

  private record Reassignment(ClusterGuest from, Drive drive, ClusterGuest to, String key) {}

  private static void reassign(RoutedCall call, Reassignment move, WorkerTask task) {
    String before = move.drive().file();
    ClusterStorage storage =
        VolumeFeatures.storage(call.cluster(), before)
            .orElseThrow(
                () -> RefusalException.failure("Volume '" + before + "' not managed by PVE"));
    Volume volume =
        new VolumeCatalog(call.cluster())
            .allocate(
                storage,
                move.to(),
                VolumeCatalog.Disk.numbered(
                    VolumeCatalog.format(before), move.drive().size().orElse(0L)));
    storage.volumes().remove(before);
    move.from().config().change(config -> config.remove(move.drive().key()));
    String value = ConfigWriter.print(volume.volid(), move.drive().options());
    move.to().config().change(config -> config.set(move.key(), value));
    task.log("renamed volume '" + before + "' to '" + volume.volid() + "'");
  }
}
