package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeSize;
import java.util.List;
import java.util.function.Consumer;

/** The parts of a guest that a backup contains, after the plugins of vzdump of 9.2. */
public final class ArchivedGuest {
  private final ClusterGuest guest;
  private final List<Drive> drives;

  /** Looks at a guest as it is now. */
  public ArchivedGuest(ClusterGuest guest) {
    this.guest = guest;
    this.drives = Drive.all(guest.kind(), guest.config().current());
  }

  /** Returns whether the content of a disk or mount point is in the backup. */
  static boolean isIncluded(GuestKind kind, Drive drive) {
    if (drive.isCdrom() || drive.key().startsWith("unused") || drive.volid().isEmpty()) {
      return false;
    }
    return kind == GuestKind.VM
        ? !"0".equals(drive.option("backup"))
        : drive.key().equals("rootfs") || "1".equals(drive.option("backup"));
  }

  /** Logs the disks and the parts of the configuration that stay out. */
  void describe(Consumer<String> log) {
    boolean isVm = guest.kind() == GuestKind.VM;
    String name = guest.config().current().get(isVm ? "name" : "hostname");
    if (name != null) {
      log.accept((isVm ? "VM Name: " : "CT Name: ") + name);
    }
    for (Drive drive : drives) {
      if (!drive.isCdrom()) {
        describe(drive, log);
      }
    }
    if (isVm && !guest.config().snapshots().isEmpty()) {
      log.accept("snapshots found (not included into backup)");
    }
    if (isVm && !guest.config().pending().keys().isEmpty()) {
      log.accept("pending configuration changes found (not included into backup)");
    }
  }

  private void describe(Drive drive, Consumer<String> log) {
    boolean isIncluded = isIncluded(guest.kind(), drive);
    if (guest.kind() == GuestKind.CONTAINER) {
      if (!drive.key().startsWith("unused")) {
        String mount = drive.key().equals("rootfs") ? "/" : drive.options().get("mp");
        log.accept(
            (isIncluded ? "including" : "excluding")
                + " mount point "
                + drive.key()
                + " ('"
                + mount
                + (isIncluded ? "') in backup" : "') from backup (disabled)"));
      }
    } else if (drive.key().startsWith("unused")) {
      log.accept("skip unused drive '" + drive.file() + "' (not included into backup)");
    } else if (isIncluded) {
      String size = drive.size().map(bytes -> " " + VolumeSize.format(bytes)).orElse("");
      log.accept("include disk '" + drive.key() + "' '" + drive.file() + "'" + size);
    } else {
      log.accept("exclude disk '" + drive.key() + "' '" + drive.file() + "' (backup=no)");
    }
  }

  /** Returns the configuration in the backup: the current one, without its history. */
  public String configuration() {
    StoredConfig config = guest.config().copy();
    config.forgetHistory();
    config.change(
        section -> {
          section.remove("lock");
          drives.forEach(
              drive -> {
                if (drive.key().startsWith("unused")) {
                  section.remove(drive.key());
                }
              });
        });
    StringBuilder text = new StringBuilder(config.text());
    if (guest.kind() == GuestKind.VM) {
      for (Drive drive : drives) {
        if (isIncluded(GuestKind.VM, drive)) {
          text.append("#qmdump#map:").append(drive.key()).append(":drive-").append(drive.key());
          text.append(':').append(drive.file(), 0, drive.file().indexOf(':'));
          text.append(':').append(VolumeCatalog.format(drive.file())).append(":\n");
        }
      }
    }
    return text.toString();
  }
}
