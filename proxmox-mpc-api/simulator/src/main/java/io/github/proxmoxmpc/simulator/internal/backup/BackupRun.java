package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.RunState;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.storage.VolumeRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.volume.BackupName;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The work of a backup task, with the log of PVE::VZDump of 9.2. */
final class BackupRun {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long COMPRESSED = 8;
  private static final long SMALLEST = 10_240;

  private final RoutedCall call;
  private final WorkerTask task;

  BackupRun(RoutedCall call, WorkerTask task) {
    this.call = call;
    this.task = task;
  }

  /**
   * Backs up guests.
   *
   * @param all whether guests that the caller may not back up are left out
   */
  void of(SortedSet<Integer> vmids, boolean all) {
    ClusterStorage storage = storage();
    info("starting new backup job: " + commandLine());
    int failures = 0;
    for (int vmid : vmids) {
      ClusterGuest guest = call.cluster().guests().get(vmid);
      if (guest != null && !call.identity().has("/vms/" + vmid, "VM.Backup")) {
        if (all) {
          continue;
        }
        throw new TaskFailure("403 Permission check failed (/vms/" + vmid + ", VM.Backup)");
      }
      failures += backUp(storage, vmid, guest) ? 0 : 1;
    }
    if (failures > 0) {
      info("Backup job finished with errors");
      throw new TaskFailure("job errors");
    }
    info("Backup job finished successfully");
  }

  private ClusterStorage storage() {
    String id = call.text("storage", "local");
    try {
      ClusterStorage storage = StorageAccess.active(call, id);
      BackupRoutes.requireBackups(storage);
      return storage;
    } catch (RefusalException refusal) {
      throw new TaskFailure(
          "could not get storage information for '" + id + "': " + refusal.getMessage());
    }
  }

  private String commandLine() {
    StringBuilder line = new StringBuilder("vzdump");
    call.list("vmid").forEach(vmid -> line.append(' ').append(vmid));
    new TreeMap<>(call.parameters())
        .forEach(
            (name, value) -> {
              if (!name.equals("vmid") && !name.equals("job-id")) {
                line.append(" --").append(name).append(' ').append(quoted(value.toString()));
              }
            });
    return line.toString();
  }

  private static String quoted(String value) {
    return value.matches("[\\w@%+=:,./-]+") ? value : "'" + value.replace("'", "'\"'\"'") + "'";
  }

  private boolean backUp(
      ClusterStorage storage, int vmid, @org.jspecify.annotations.Nullable ClusterGuest guest) {
    Instant now = call.cluster().now();
    try {
      if (guest == null) {
        throw new TaskFailure("unable to find VM '" + vmid + "'");
      }
      checkHighAvailability(guest);
      checkLimits(storage, guest);
      info("Starting Backup of VM " + vmid + " (" + guest.kind().path() + ")");
      info("Backup started at " + TIME.format(now));
      archive(storage, guest, now);
      prune(storage, guest);
      info("Finished Backup of VM " + vmid + " (00:00:00)");
      info("Backup finished at " + TIME.format(now));
      return true;
    } catch (TaskFailure | RefusalException failure) {
      task.log("ERROR: Backup of VM " + vmid + " failed - " + failure.getMessage());
      info("Failed at " + TIME.format(now));
      return false;
    }
  }

  private void checkHighAvailability(ClusterGuest guest) {
    String sid = (guest.kind() == GuestKind.VM ? "vm:" : "ct:") + guest.vmid();
    Section resource = call.cluster().sections().find("/cluster/ha/resources", sid);
    boolean isStarted = resource != null && resource.text("state", "started").equals("started");
    if (call.text("mode", "").equals("stop") && isStarted) {
      throw new TaskFailure(
          "Cannot execute a backup with stop mode on a HA managed and enabled Service. Use"
              + " snapshot mode or disable the Service.");
    }
  }

  private Retention retention(ClusterStorage storage) {
    return new Retention(call.text("prune-backups", storage.option("prune-backups", "keep-all=1")));
  }

  private boolean removesOld(Retention retention) {
    return !"0".equals(call.text("remove")) && !retention.keepsAll();
  }

  private void checkLimits(ClusterStorage storage, ClusterGuest guest) {
    if (call.isTrue("protected")) {
      VolumeRoutes.checkProtectedBackups(call, storage, guest.vmid());
      return;
    }
    Retention retention = retention(storage);
    long count =
        retention.decide(storage, guest.vmid(), guest.kind().path()).stream()
            .filter(candidate -> !"protected".equals(candidate.mark))
            .count();
    if (retention.limit() > 0 && !removesOld(retention) && count >= retention.limit()) {
      throw new TaskFailure(
          "There is a max backup limit of "
              + retention.limit()
              + " enforced by the target storage or the vzdump parameters. Either increase the"
              + " limit or delete old backups.");
    }
  }

  private void archive(ClusterStorage storage, ClusterGuest guest, Instant now) {
    info("status = " + (guest.isRunning() ? "running" : "stopped"));
    String lock = guest.config().current().get("lock");
    if (lock != null) {
      throw new TaskFailure(guest.kind().word() + " is locked (" + lock + ")");
    }
    String mode = guest.isRunning() ? call.text("mode", "snapshot") : "stop";
    info("backup mode: " + mode);
    if (call.number("bwlimit", 0) > 0) {
      info("bandwidth limit: " + call.text("bwlimit") + " KiB/s");
    }
    info("ionice priority: " + call.text("ionice", "7"));
    ArchivedGuest archived = new ArchivedGuest(guest);
    archived.describe(this::info);
    boolean restarts = guest.isRunning() && mode.equals("stop");
    if (restarts) {
      info("stopping virtual guest");
    }
    Volume volume = volume(storage, guest, now);
    info(
        storage.type().equals("pbs")
            ? "creating Proxmox Backup Server archive '" + volume.path().substring(7) + "'"
            : "creating vzdump archive '" + VolumeRoutes.path(storage, volume) + "'");
    storage.add(volume, VolumeFacts.createdAt(now).withConfiguration(archived.configuration()));
    if (!storage.type().equals("pbs")) {
      info("archive file size: " + (volume.size() >> 20) + "MB");
    }
    if (restarts) {
      RunState before = guest.state();
      guest.stop();
      info("restarting vm");
      guest.start(now);
      if (before == RunState.PAUSED) {
        guest.pause();
      }
      info("guest is online again after <1 seconds");
    }
    annotate(storage, guest, volume.volid());
  }

  private Volume volume(ClusterStorage storage, ClusterGuest guest, Instant now) {
    String suffix = guest.kind() == GuestKind.VM ? ".vma" : ".tar";
    String compressed =
        switch (call.text("compress", "0")) {
          case "1", "lzo" -> ".lzo";
          case "gzip" -> ".gz";
          case "zstd" -> ".zst";
          default -> "";
        };
    String path =
        new BackupName(guest.kind(), guest.vmid(), now).path(storage.type(), suffix + compressed);
    long size =
        Drive.all(guest.kind(), guest.config().current()).stream()
            .filter(drive -> ArchivedGuest.isIncluded(guest.kind(), drive))
            .mapToLong(drive -> drive.size().orElse(0L))
            .sum();
    String format = VolumeName.listedFormat("backup", path);
    long stored = Math.max(SMALLEST, size / COMPRESSED);
    return new Volume(storage.id() + ":" + path, "backup", format, stored, guest.vmid());
  }

  private void annotate(ClusterStorage storage, ClusterGuest guest, String volid) {
    String template = call.text("notes-template");
    if (template != null) {
      info("adding notes to backup");
      Map<String, String> values =
          Map.of(
              "cluster",
              call.cluster().nodes().size() > 1 ? call.cluster().name() : "standalone node",
              "guestname",
              guest.name(),
              "node",
              call.nodeName(),
              "vmid",
              Integer.toString(guest.vmid()));
      storage.setFacts(volid, storage.facts(volid).withNotes(NotesTemplate.fill(template, values)));
    }
    if (call.isTrue("protected")) {
      info("marking backup as protected");
      storage.setFacts(volid, storage.facts(volid).withProtection(true));
    }
  }

  private void prune(ClusterStorage storage, ClusterGuest guest) {
    Retention retention = retention(storage);
    if (!removesOld(retention)) {
      return;
    }
    info("prune older backups with retention: " + retention.text(", "));
    List<String> removed =
        retention.decide(storage, guest.vmid(), guest.kind().path()).stream()
            .filter(Retention.Candidate::isRemoved)
            .map(candidate -> candidate.volume.volid())
            .collect(Collectors.toList());
    for (String volid : removed) {
      info("removing backup '" + volid + "'");
      storage.volumes().remove(volid);
    }
    String extra = removed.isEmpty() ? "" : " not covered by keep-retention policy";
    info("pruned " + removed.size() + " backup(s)" + extra);
  }

  private void info(String line) {
    task.log("INFO: " + line);
  }
}
