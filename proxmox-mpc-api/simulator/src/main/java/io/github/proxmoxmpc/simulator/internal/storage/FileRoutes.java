package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Operations that put files on a storage, and those that look into files. */
final class FileRoutes {
  private static final Pattern ISO = Pattern.compile("(?i).+\\.(?:iso|img)");
  private static final Pattern TEMPLATE = Pattern.compile("(?i).+\\.tar(?:\\.(?:gz|xz|zst|bz2))?");
  private static final Pattern IMPORT = Pattern.compile(".+\\.(?:ova|qcow2|raw|vmdk)");
  private static final String KEPT = "/var/tmp/pveupload-";
  private static final int SIZE_DIGITS = 32;

  /** The size of a file that no request states. */
  private static final long DOWNLOADED = 1024 * 1024;

  private FileRoutes() {}

  static void addTo(Routes routes) {
    String storage = "/nodes/{node}/storage/{storage}";
    routes
        .on("POST " + storage + "/upload", FileRoutes::upload)
        .on("POST " + storage + "/download-url", FileRoutes::download)
        .on("POST " + storage + "/oci-registry-pull", FileRoutes::pull)
        .on("GET " + storage + "/import-metadata", FileRoutes::importMetadata)
        .on("GET " + storage + "/file-restore/list", FileRoutes::restoreList)
        .on("GET " + storage + "/file-restore/download", FileRoutes::restoreList);
  }

  private static Object upload(RoutedCall call) {
    ClusterStorage storage = StorageAccess.enabled(call, call.required("storage"));
    String content = call.required("content");
    if (!storage.isFileBased()) {
      throw RefusalException.failure("can't upload to storage type '" + storage.type() + "'");
    }
    String kept = call.text("tmpfilename");
    if (kept == null) {
      throw RefusalException.failure("missing temporary file name");
    }
    String filename = normalized(call.required("filename"));
    checkName(content, filename);
    if (!storage.holds(content)) {
      throw RefusalException.failure(
          "storage '" + storage.id() + "' does not support '" + content + "' content");
    }
    StorageAccess.active(call, storage.id());
    int end = Math.max(KEPT.length(), kept.length() - SIZE_DIGITS);
    String got = kept.substring(KEPT.length(), end);
    long size = Long.parseLong(kept.substring(Math.max(end, kept.length() - 15)), 16);
    String source = KEPT + kept.substring(end);
    return call.task(
        "imgcopy",
        "",
        task -> {
          task.log("starting file import from: " + source);
          String wanted = call.text("checksum");
          if (wanted != null && !got.isEmpty()) {
            if (!got.equalsIgnoreCase(wanted)) {
              task.log("calculating checksum...");
              throw new TaskFailure(
                  "checksum mismatch: got '" + got + "' != expect '" + wanted + "'");
            }
            task.log("calculating checksum...OK, checksum verified");
          }
          Volume volume = volume(storage, content, filename, size);
          task.log("target node: " + call.nodeName());
          task.log("target file: " + VolumeRoutes.path(storage, volume));
          task.log("file size is: " + size);
          task.log("command: cp -- " + source + " " + VolumeRoutes.path(storage, volume));
          add(call, storage, volume);
          task.log("finished file import successfully");
        });
  }

  private static void checkName(String content, String filename) {
    switch (content) {
      case "iso" -> check(ISO, filename, "wrong file extension");
      case "vztmpl" -> check(TEMPLATE, filename, "wrong file extension");
      default -> check(IMPORT, filename, "invalid filename or wrong extension");
    }
  }

  private static void check(Pattern names, String filename, String complaint) {
    if (!names.matcher(filename).matches()) {
      throw RefusalException.parameter("filename", complaint);
    }
  }

  private static Volume volume(ClusterStorage storage, String content, String filename, long size) {
    String path = content + "/" + filename;
    return new Volume(
        storage.id() + ":" + path, content, VolumeName.listedFormat(content, path), size, null);
  }

  private static void add(RoutedCall call, ClusterStorage storage, Volume volume) {
    storage.add(volume, VolumeFacts.createdAt(call.cluster().now()));
  }

  // PVE::Storage::normalize_content_filename of 9.2 works on bytes.
  private static String normalized(String name) {
    String bytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return bytes.replaceFirst("(?s)^.*[/\\\\]", "").replaceAll("[^a-zA-Z0-9_.-]", "_");
  }

  private static ClusterStorage directory(RoutedCall call, String content) {
    ClusterStorage storage = StorageAccess.enabled(call, call.required("storage"));
    if (!storage.isFileBased()) {
      throw RefusalException.failure(
          "can't upload to storage type '" + storage.type() + "', not a file based storage!");
    }
    if (!storage.holds(content)) {
      throw RefusalException.failure(
          "storage '" + storage.id() + "' is not configured for content-type '" + content + "'");
    }
    return storage;
  }

  private static Object download(RoutedCall call) {
    String content = call.required("content");
    ClusterStorage storage = directory(call, content);
    String filename = normalized(call.required("filename"));
    checkName(content, filename);
    StorageAccess.active(call, storage.id());
    return call.task(
        "download",
        workerId(filename),
        task -> {
          if (call.has("compression") && !content.equals("iso")) {
            throw new TaskFailure("decompression not supported for " + content);
          }
          Volume volume = volume(storage, content, filename, DOWNLOADED);
          fetch(call, task, volume, VolumeRoutes.path(storage, volume));
          add(call, storage, volume);
        });
  }

  private static void fetch(RoutedCall call, WorkerTask task, Volume volume, String path) {
    task.log("downloading " + call.required("url") + " to " + path);
    task.log("download of '" + call.required("url") + "' to '" + path + "' finished");
    task.log("file size is: " + volume.size());
  }

  // PVE::Tools::encode_text: a colon would end the id in the UPID.
  private static String workerId(String filename) {
    return filename.replaceAll("[^a-zA-Z0-9_.-]", "_");
  }

  private static Object pull(RoutedCall call) {
    ClusterStorage storage = directory(call, "vztmpl");
    String filename = normalized(call.text("filename", call.required("reference"))) + ".tar";
    StorageAccess.active(call, storage.id());
    Volume volume = volume(storage, "vztmpl", filename, DOWNLOADED);
    if (storage.volume(volume.volid()) != null) {
      throw RefusalException.failure("refusing to override existing file '" + filename + "'");
    }
    return call.task("ociregistrypull", workerId(filename), task -> add(call, storage, volume));
  }

  /** Refuses what the server refuses; the estate sets the result. */
  private static Object importMetadata(RoutedCall call) {
    ClusterStorage storage = StorageAccess.find(call, call.required("storage"));
    String path = call.required("volume");
    String volid = storage.id() + ":" + path;
    StorageAccess.checkVolume(call, volid, 0);
    if (!path.matches("import/.+\\.(?:ova|ovf)")) {
      throw RefusalException.failure("storage does not support the importer API");
    }
    String file = storage.path() + "/" + path;
    throw RefusalException.failure(
        path.endsWith(".ovf")
            ? "unable to parse OVF file '" + file + "'"
            : "command 'tar -xO --wildcards '--occurrence=1' -f "
                + file
                + " '*.ovf'' failed: exit code 2");
  }

  /** Refuses what the server refuses; the estate sets the result. */
  private static Object restoreList(RoutedCall call) {
    String id = call.required("storage");
    String volume = call.required("volume");
    String volid =
        volume.matches("[a-zA-Z][a-zA-Z0-9\\-_.]*[a-zA-Z0-9]:\\S+")
            ? volume
            : id + ":" + (volume.startsWith("backup/") ? "" : "backup/") + volume;
    ClusterStorage storage = StorageAccess.find(call, id);
    String named = volid.substring(0, volid.indexOf(':'));
    if (!named.equals(id)) {
      throw RefusalException.parameter(
          "volume", "storage ID mismatch (" + named + " != " + id + ").");
    }
    StorageAccess.checkBackup(call, volid, 0);
    if (!storage.type().equals("pbs")) {
      throw RefusalException.parameter("storage", "Only PBS storages supported for file-restore.");
    }
    throw RefusalException.failure(
        "proxmox-file-restore failed: executable not found '/usr/bin/proxmox-file-restore'!"
            + " proxmox-file-restore not installed?");
  }
}
