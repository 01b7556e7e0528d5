package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.BackupName;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/storage/{storage}/content}: the volumes of storages. */
public final class VolumeRoutes {
  private static final long SECTOR = 512;
  private static final long BLOCK = 4096;
  private static final long PROTECTED_BACKUPS = 5;

  private VolumeRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    String content = "/nodes/{node}/storage/{storage}/content";
    routes
        .on("GET " + content, VolumeRoutes::content)
        .on("GET " + content + "/{volume}", VolumeRoutes::read)
        .on("PUT " + content + "/{volume}", VolumeRoutes::update)
        .on("DELETE " + content + "/{volume}", VolumeRoutes::delete);
    ImageRoutes.addTo(routes);
    StorageStatusRoutes.addTo(routes);
    FileRoutes.addTo(routes);
    ApplianceRoutes.addTo(routes);
  }

  private static List<Object> content(RoutedCall call) {
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    String kind = call.text("content");
    long vmid = call.number("vmid", 0);
    return new VolumeCatalog(call.cluster())
        .of(storage).values().stream()
            .filter(volume -> storage.holds(volume.content()))
            .filter(volume -> kind == null || kind.equals(volume.content()))
            .filter(volume -> vmid == 0 || Long.valueOf(vmid).equals(owner(volume)))
            .filter(volume -> isVisible(call, volume.volid()))
            .<Object>map(volume -> row(call, storage, volume))
            .toList();
  }

  private static boolean isVisible(RoutedCall call, String volid) {
    try {
      StorageAccess.checkVolume(call, volid, 0);
      return true;
    } catch (RefusalException hidden) {
      return false;
    }
  }

  private static @Nullable Long owner(Volume volume) {
    Integer vmid = volume.vmid();
    return vmid == null ? null : vmid.longValue();
  }

  private static Map<String, @Nullable Object> row(
      RoutedCall call, ClusterStorage storage, Volume volume) {
    VolumeFacts facts = storage.facts(volume.volid());
    Instant created = facts.created();
    JsonMap row =
        new JsonMap()
            .put("volid", volume.volid())
            .put("content", volume.content())
            .put("format", volume.format())
            .put("size", volume.size())
            .put("ctime", (created == null ? call.cluster().bootTime() : created).getEpochSecond())
            .putIfPresent("vmid", volume.vmid());
    if (isImage(volume)) {
      row.put("parent", null).put("used", volume.size());
    }
    if (volume.content().equals("backup")) {
      row.put("subtype", BackupName.isOfContainer(volume.path()) ? "lxc" : "qemu");
      BackupName.of(volume.path())
          .ifPresent(name -> row.put("ctime", name.time().getEpochSecond()));
      if (!facts.notes().isEmpty()) {
        row.put("notes", facts.notes().split("\n", 2)[0]);
      }
      if (facts.isProtected()) {
        row.put("protected", 1);
      }
    }
    return row.build();
  }

  private static boolean isImage(Volume volume) {
    return volume.content().equals("images") || volume.content().equals("rootdir");
  }

  /** Returns the id of the volume in the path, which may leave out the storage. */
  static String volid(RoutedCall call) {
    String volume = call.required("volume");
    String storage = call.required("storage");
    if (!volume.contains(":")) {
      return storage + ":" + volume;
    }
    String named = volume.substring(0, volume.indexOf(':'));
    if (!named.equals(storage)) {
      throw RefusalException.parameter(
          "volume", "storage ID mismatch (" + named + " != " + storage + ").");
    }
    return volume;
  }

  private static Object read(RoutedCall call) {
    String volid = volid(call);
    StorageAccess.checkVolume(call, volid, 0);
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    Volume volume =
        new VolumeCatalog(call.cluster())
            .find(storage, volid)
            .orElseThrow(
                () ->
                    RefusalException.failure(
                        "volume_size_info on '" + volid + "' failed - no format"));
    boolean isImage = isImage(volume);
    JsonMap info =
        new JsonMap()
            .put("path", path(storage, volume))
            // For other files the server counts the blocks.
            .put("size", isImage ? volume.size() : rounded(volume.size(), SECTOR))
            .put("used", isImage ? volume.size() : rounded(volume.size(), BLOCK))
            .put("format", isImage ? volume.format() : StorageAccess.name(storage, volid).format());
    if (volume.content().equals("backup")) {
      VolumeFacts facts = storage.facts(volid);
      info.put("notes", facts.notes()).put("protected", facts.isProtected() ? 1 : 0);
    }
    return info.build();
  }

  private static long rounded(long size, long unit) {
    return (size + unit - 1) / unit * unit;
  }

  /** Returns the path of a volume on the node. */
  public static String path(ClusterStorage storage, Volume volume) {
    String path = volume.path();
    String name = path.substring(path.indexOf('/') + 1);
    if (!storage.isFileBased()) {
      return storage.path() + "/" + path;
    }
    return storage.path()
        + switch (volume.content()) {
          case "iso" -> "/template/iso/" + name;
          case "vztmpl" -> "/template/cache/" + name;
          case "backup" -> "/dump/" + name;
          case "snippets" -> "/snippets/" + name;
          case "import" -> "/import/" + name;
          default ->
              "/images/" + path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
        };
  }

  private static @Nullable Object update(RoutedCall call) {
    String volid = volid(call);
    StorageAccess.checkVolume(call, volid, 0);
    ClusterStorage storage = StorageAccess.find(call, call.required("storage"));
    String notes = call.text("notes");
    if (notes != null) {
      requireBackup(storage, volid, "notes", "only backups can have notes");
      storage.setFacts(volid, storage.facts(volid).withNotes(notes));
    }
    if (call.has("protected")) {
      protect(call, storage, volid);
    }
    return null;
  }

  private static void protect(RoutedCall call, ClusterStorage storage, String volid) {
    requireBackup(storage, volid, "protected", "only backups support attribute 'protected'");
    boolean on = call.isTrue("protected");
    Integer owner = StorageAccess.name(storage, volid).vmid();
    if (on && owner != null && !storage.facts(volid).isProtected()) {
      checkProtectedBackups(call, storage, owner);
    }
    storage.setFacts(volid, storage.facts(volid).withProtection(on));
  }

  /** Refuses one more protected backup of a guest than the storage allows. */
  public static void checkProtectedBackups(RoutedCall call, ClusterStorage storage, int vmid) {
    boolean isUnlimited = call.identity().has("/storage/" + storage.id(), "Datastore.Allocate");
    long limit =
        Long.parseLong(
            storage.option("max-protected-backups", isUnlimited ? "-1" : "" + PROTECTED_BACKUPS));
    long count =
        storage.volumes().values().stream()
            .filter(volume -> volume.content().equals("backup"))
            .filter(volume -> Integer.valueOf(vmid).equals(volume.vmid()))
            .filter(volume -> storage.facts(volume.volid()).isProtected())
            .count();
    if (limit > -1 && limit <= count) {
      throw RefusalException.failure(
          "The number of protected backups per guest is limited to "
              + limit
              + " on storage '"
              + storage.id()
              + "'");
    }
  }

  private static void requireBackup(
      ClusterStorage storage, String volid, String attribute, String words) {
    if (!storage.isFileBased() && !storage.type().equals("pbs")) {
      throw RefusalException.failure(
          "attribute '"
              + attribute
              + "' is not supported for storage type '"
              + storage.type()
              + "'");
    }
    if (!StorageAccess.name(storage, volid).content().equals("backup")) {
      throw RefusalException.failure(words);
    }
    if (storage.volume(volid) == null) {
      throw RefusalException.failure("volume '" + volid + "' does not exist");
    }
  }

  private static @Nullable Object delete(RoutedCall call) {
    String volid = volid(call);
    ClusterStorage storage = StorageAccess.find(call, call.required("storage"));
    VolumeName name = StorageAccess.name(storage, volid);
    Integer owner = name.vmid();
    String path = "/storage/" + storage.id();
    if (name.content().equals("backup") && owner != null) {
      StorageAccess.requireAny(call, path, "Datastore.AllocateSpace");
      StorageAccess.requireAny(call, "/vms/" + owner, "VM.Backup");
    } else {
      StorageAccess.requireAny(call, path, "Datastore.Allocate");
    }
    String upid =
        call.task(
            "imgdel",
            owner == null ? storage.id() : owner + "@" + storage.id(),
            task -> {
              StorageAccess.active(call, storage.id());
              remove(call.cluster(), storage, volid);
              task.log("Removed volume '" + volid + "'");
            });
    WorkerTask task = call.cluster().tasks().find(upid).orElseThrow();
    String exit = task.exitStatus();
    if (!call.has("delay") || exit == null) {
      return upid;
    }
    if (exit.equals("OK") || exit.startsWith("WARNINGS")) {
      return null;
    }
    throw RefusalException.failure(exit);
  }

  private static void remove(Cluster cluster, ClusterStorage storage, String volid) {
    String path = volid.substring(volid.indexOf(':') + 1);
    VolumeCatalog catalog = new VolumeCatalog(cluster);
    boolean isUsed =
        catalog.of(storage).keySet().stream().anyMatch(id -> id.startsWith(volid + "/"));
    if (isUsed) {
      throw new TaskFailure("base volume '" + path + "' is still in use by linked clones");
    }
    if (storage.facts(volid).isProtected()) {
      throw new TaskFailure(
          "cannot remove protected volume '" + path + "' on '" + storage.id() + "'");
    }
    // The server only warns of a file that does not exist.
    if (catalog.find(storage, volid).isEmpty() && !storage.isFileBased()) {
      throw new TaskFailure(
          "lvremove '"
              + storage.option("vgname", storage.id())
              + "/"
              + path
              + "' error:   Failed to find logical volume \""
              + storage.option("vgname", storage.id())
              + "/"
              + path
              + "\"");
    }
    storage.volumes().remove(volid);
  }
}
