package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeSize;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code .../resize} and {@code .../unlink}. */
final class DiskRoutes {
  private final GuestKind kind;

  private DiskRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    DiskRoutes disks = new DiskRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}";
    routes.on("PUT " + path + "/resize", disks::resize);
    if (kind == GuestKind.VM) {
      routes.on("PUT " + path + "/unlink", disks::unlink);
    }
  }

  private Object resize(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Locks.check(guest);
    String key = call.required("disk");
    String value = guest.config().current().get(key);
    if (value == null) {
      throw RefusalException.failure("disk '" + key + "' does not exist");
    }
    Drive drive = Drive.parse(key, value);
    if (drive.isCdrom()) {
      throw RefusalException.failure("you can't resize a cdrom");
    }
    String wanted = call.required("size");
    boolean grows = wanted.startsWith("+");
    long given = VolumeSize.parse(grows ? wanted.substring(1) : wanted).orElse(0L);
    return call.task(
        "resize",
        Integer.toString(guest.vmid()),
        task -> {
          long before = drive.size().orElse(0L);
          long after = grows ? before + given : given;
          if (after < before) {
            throw new TaskFailure("shrinking disks is not supported");
          }
          Map<String, String> options = new TreeMap<>(drive.options());
          options.put("size", VolumeSize.format(after));
          guest
              .config()
              .change(config -> config.set(key, ConfigWriter.print(drive.file(), options)));
          drive.volid().ifPresent(volid -> resizeVolume(call, volid, after));
          task.log("Image resized.");
        });
  }

  private static void resizeVolume(RoutedCall call, String volid, long size) {
    ClusterStorage storage = call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
    Volume volume = storage == null ? null : storage.volume(volid);
    if (storage != null && volume != null) {
      storage.add(new Volume(volid, volume.content(), volume.format(), size, volume.vmid()));
    }
  }

  private @Nullable Object unlink(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Locks.check(guest);
    ConfigWriter writer = new ConfigWriter(call, guest);
    call.list("idlist").forEach(writer::delete);
    return null;
  }
}
