package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.StorageType;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeSize;

/** Operations that make images on a storage. */
final class ImageRoutes {
  private static final long KIB = 1024;

  private ImageRoutes() {}

  static void addTo(Routes routes) {
    String content = "/nodes/{node}/storage/{storage}/content";
    routes
        .on("POST " + content, ImageRoutes::allocate)
        .on("POST " + content + "/{volume}", ImageRoutes::copy);
  }

  private static Object allocate(RoutedCall call) {
    ClusterStorage storage = StorageAccess.find(call, call.required("storage"));
    String filename = call.required("filename");
    int vmid = call.vmid();
    String size = call.required("size");
    // In this operation a size without a unit is in KiB, as its schema says.
    long bytes =
        size.matches("\\d+") ? Long.parseLong(size) * KIB : VolumeSize.parse(size).orElse(0L);
    String extension = filename.replaceFirst("^.*?(?:\\.(raw|qcow2|vmdk))?$", "$1");
    String given = call.text("format", extension);
    if (!extension.isEmpty() && !given.equals(extension)) {
      throw RefusalException.parameter(
          "format", "different storage formats (" + given + " != " + extension + ")");
    }
    StorageAccess.active(call, storage.id());
    StorageType type = storage.declaration();
    String format = given.isEmpty() ? storage.option("format", type.formats().get(0)) : given;
    checkName(storage, filename, new NewImage(vmid, format, bytes));
    String path = storage.isFileBased() ? vmid + "/" + filename : filename;
    String volid = storage.id() + ":" + path;
    if (new VolumeCatalog(call.cluster()).find(storage, volid).isPresent()) {
      throw RefusalException.failure(
          storage.isFileBased()
              ? "disk image '" + storage.path() + "/images/" + path + "' already exists"
              : "lvcreate '"
                  + storage.option("vgname", storage.id())
                  + "/"
                  + path
                  + "' error:   "
                  + "Logical Volume \""
                  + path
                  + "\" already exists in volume group \""
                  + storage.option("vgname", storage.id())
                  + "\"");
    }
    ClusterGuest guest = call.cluster().guests().get(vmid);
    boolean isRootdir = guest != null && guest.kind() == GuestKind.CONTAINER;
    storage.add(
        new Volume(volid, isRootdir ? "rootdir" : "images", format, bytes, vmid),
        VolumeFacts.createdAt(call.cluster().now()));
    return volid;
  }

  private record NewImage(int vmid, String format, long size) {}

  private static void checkName(ClusterStorage storage, String name, NewImage image) {
    StorageType type = storage.declaration();
    String format = image.format();
    if (type.selectsExisting() || type.name().equals("pbs")) {
      String word = type.name().startsWith("iscsi") ? "iscsi" : type.name();
      throw RefusalException.failure("can't allocate space in " + word + " storage");
    }
    if (storage.isFileBased()) {
      VolumeName parsed =
          VolumeName.parse(type.name(), image.vmid() + "/" + name)
              .orElseThrow(
                  () -> RefusalException.failure("unable to parse volume filename '" + name + "'"));
      if (!parsed.format().equals(format)) {
        throw RefusalException.failure(
            "illegal name '"
                + name
                + "' - wrong extension for format ('"
                + parsed.format()
                + "' != '"
                + format
                + "')");
      }
      if (format.equals("subvol") && image.size() > 0) {
        throw RefusalException.failure("storage does not support subvol quotas");
      }
      return;
    }
    if (!type.formats().contains(format)) {
      throw RefusalException.failure("unsupported format '" + format + "'");
    }
    String stem = format.equals("subvol") ? "subvol" : "vm";
    if (!name.matches(stem + "-" + image.vmid() + "-\\S*")) {
      throw RefusalException.failure(
          "illegal name '" + name + "' - should be '" + stem + "-" + image.vmid() + "-*'");
    }
  }

  private static Object copy(RoutedCall call) {
    String source = VolumeRoutes.volid(call);
    String target = call.required("target");
    String volid = target.contains(":") ? target : call.required("storage") + ":" + target;
    return call.task(
        "imgcopy",
        "",
        task -> {
          ClusterStorage from = StorageAccess.ofVolume(call, source);
          ClusterStorage to = StorageAccess.ofVolume(call, volid);
          VolumeCatalog catalog = new VolumeCatalog(call.cluster());
          Volume volume =
              catalog
                  .find(from, source)
                  .orElseThrow(() -> new TaskFailure("volume '" + source + "' does not exist"));
          VolumeName name = StorageAccess.name(to, volid);
          if (catalog.find(to, volid).isPresent()) {
            throw new TaskFailure("target volume ID '" + volid + "' already exists");
          }
          to.add(
              new Volume(volid, volume.content(), volume.format(), volume.size(), name.vmid()),
              VolumeFacts.createdAt(call.cluster().now()));
        });
  }
}
