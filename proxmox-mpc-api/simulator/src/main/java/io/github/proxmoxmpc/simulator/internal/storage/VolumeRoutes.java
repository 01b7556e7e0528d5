package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/storage}: storages as a node sees them, and their volumes. */
public final class VolumeRoutes {
  private static final int SHARE_USED = 10;
  private static final long KIB = 1024;
  private static final List<String> DIRECTORY =
      List.of(
          "content",
          "download-url",
          "file-restore",
          "import-metadata",
          "identity",
          "oci-registry-pull",
          "prunebackups",
          "rrd",
          "rrddata",
          "status",
          "upload");
  private static final Set<String> FILES = Set.of("iso", "vztmpl", "snippets", "import", "backup");

  private VolumeRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    String storage = "/nodes/{node}/storage/{storage}";
    routes
        .on("GET /nodes/{node}/storage", VolumeRoutes::list)
        .on(
            "GET " + storage,
            call -> DIRECTORY.stream().map(name -> Map.of("subdir", name)).toList())
        .on("GET " + storage + "/status", VolumeRoutes::status)
        .on("GET " + storage + "/content", VolumeRoutes::content)
        .on("POST " + storage + "/content", VolumeRoutes::allocate)
        .on("POST " + storage + "/upload", VolumeRoutes::upload)
        .on("GET " + storage + "/content/{volume}", VolumeRoutes::read)
        .on("DELETE " + storage + "/content/{volume}", VolumeRoutes::delete);
  }

  private static List<Object> list(RoutedCall call) {
    String node = call.nodeName();
    String only = call.text("storage");
    List<String> content = call.list("content");
    return call.cluster().storages().values().stream()
        .filter(storage -> only == null || only.equals(storage.id()))
        .filter(storage -> !call.isTrue("enabled") || storage.isEnabled())
        .filter(
            storage ->
                content.isEmpty()
                    || (storage.isEnabled()
                        && storage.isFor(node)
                        && content.stream().anyMatch(storage::holds)))
        .filter(storage -> call.identity().has("/storage/" + storage.id(), "Datastore.Audit"))
        .<Object>map(storage -> facts(call, storage).put("storage", storage.id()).build())
        .toList();
  }

  private static Object status(RoutedCall call) {
    Map<String, @Nullable Object> status =
        facts(call, StorageAccess.find(call, call.required("storage"))).build();
    status.remove("used_fraction");
    return status;
  }

  private static JsonMap facts(RoutedCall call, ClusterStorage storage) {
    ClusterNode node = call.node();
    boolean enabled = storage.isEnabled() && storage.isFor(node.name());
    boolean active = enabled && storage.isReachable();
    long total = active ? node.hardware().disk() : 0;
    long used = total / SHARE_USED;
    JsonMap facts =
        new JsonMap()
            .put("type", storage.type())
            .put("content", storage.content())
            .put("shared", storage.isShared() ? 1 : 0)
            .put("enabled", enabled ? 1 : 0)
            .put("active", active ? 1 : 0)
            .put("total", total)
            .put("used", used)
            .put("avail", total - used);
    return total == 0 ? facts : facts.put("used_fraction", (double) used / total);
  }

  private static List<Object> content(RoutedCall call) {
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    String kind = call.text("content");
    long vmid = call.number("vmid", 0);
    return new VolumeCatalog(call.cluster())
        .of(storage).values().stream()
            .filter(volume -> kind == null || kind.equals(volume.content()))
            .filter(volume -> vmid == 0 || Long.valueOf(vmid).equals(owner(volume)))
            .<Object>map(volume -> row(call, volume))
            .toList();
  }

  private static @Nullable Long owner(Volume volume) {
    Integer vmid = volume.vmid();
    return vmid == null ? null : vmid.longValue();
  }

  private static Map<String, @Nullable Object> row(RoutedCall call, Volume volume) {
    JsonMap row =
        new JsonMap()
            .put("volid", volume.volid())
            .put("content", volume.content())
            .put("format", volume.format())
            .put("size", volume.size())
            .put("ctime", call.cluster().now().getEpochSecond() - call.cluster().uptime());
    row.putIfPresent("vmid", volume.vmid());
    if (!FILES.contains(volume.content())) {
      row.put("parent", null).put("used", volume.size());
    }
    if (volume.content().equals("backup")) {
      row.put("subtype", volume.path().contains("vzdump-lxc") ? "lxc" : "qemu");
    }
    return row.build();
  }

  private static String volid(RoutedCall call) {
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
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    String volid = volid(call);
    Volume volume =
        new VolumeCatalog(call.cluster())
            .find(storage, volid)
            .orElseThrow(
                () ->
                    RefusalException.failure(
                        "volume_size_info on '" + volid + "' failed - no format"));
    return new JsonMap()
        .put("path", path(storage, volume))
        .put("size", volume.size())
        .put("used", volume.size())
        // For a file the server only knows that it has no image format.
        .put("format", FILES.contains(volume.content()) ? "raw" : volume.format())
        .build();
  }

  private static String path(ClusterStorage storage, Volume volume) {
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

  private static Object allocate(RoutedCall call) {
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    String filename = call.required("filename");
    int vmid = call.vmid();
    String size = call.required("size");
    // In this operation a size without a unit is in KiB, as its schema says.
    long bytes =
        size.matches("\\d+") ? Long.parseLong(size) * KIB : VolumeSize.parse(size).orElse(0L);
    String path = storage.isFileBased() ? vmid + "/" + filename : filename;
    String volid = storage.id() + ":" + path;
    if (new VolumeCatalog(call.cluster()).find(storage, volid).isPresent()) {
      throw RefusalException.failure(
          "disk image '" + storage.path() + "/images/" + path + "' already exists");
    }
    String format = call.text("format", VolumeCatalog.format(path));
    storage.add(new Volume(volid, "images", format, bytes, vmid));
    return volid;
  }

  private static Object upload(RoutedCall call) {
    ClusterStorage storage = StorageAccess.active(call, call.required("storage"));
    String content = call.required("content");
    String filename = normalized(call.required("filename"));
    if (!storage.holds(content)) {
      throw RefusalException.failure(
          "storage '" + storage.id() + "' does not support '" + content + "' content");
    }
    if (content.equals("iso") && !filename.matches("(?i).+\\.(?:iso|img)")) {
      throw RefusalException.parameter("filename", "wrong file extension");
    }
    String source = call.text("tmpfilename", "");
    long size = source.isEmpty() ? 0 : Long.parseLong(source.substring(source.length() - 15), 16);
    String volid = storage.id() + ":" + content + "/" + filename;
    return call.task(
        "imgcopy",
        "",
        task -> {
          String format = content.equals("iso") ? "iso" : VolumeCatalog.format(filename);
          Volume volume = new Volume(volid, content, format, size, null);
          storage.add(volume);
          task.log("starting file import from: " + source);
          task.log("target node: " + call.nodeName());
          task.log("target file: " + path(storage, volume));
          task.log("file size is: " + size);
          task.log("finished file import successfully");
        });
  }

  // PVE::Storage::normalize_content_filename of 9.2 works on bytes.
  private static String normalized(String name) {
    String bytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return bytes.replaceFirst("(?s)^.*[/\\\\]", "").replaceAll("[^a-zA-Z0-9_.-]", "_");
  }

  private static Object delete(RoutedCall call) {
    ClusterStorage storage = StorageAccess.enabled(call, call.required("storage"));
    String volid = volid(call);
    Volume volume = new VolumeCatalog(call.cluster()).find(storage, volid).orElse(null);
    Integer owner = volume == null ? null : volume.vmid();
    String id = owner == null ? storage.id() : owner + "@" + storage.id();
    return call.task(
        "imgdel",
        id,
        task -> {
          if (volume == null) {
            throw new TaskFailure(
                "unlink '" + storage.path() + "/" + volid + "' failed - No such file or directory");
          }
          storage.volumes().remove(volid);
          task.log("Removed volume '" + volid + "'");
        });
  }
}
