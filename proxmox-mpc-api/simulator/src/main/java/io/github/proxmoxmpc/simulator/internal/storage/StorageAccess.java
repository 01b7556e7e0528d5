package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;

/** Finds storages, with the server's errors for those that cannot be used. */
public final class StorageAccess {
  private StorageAccess() {}

  /** Returns the storage with this id. */
  public static ClusterStorage find(RoutedCall call, String id) {
    ClusterStorage storage = call.cluster().storages().get(id);
    if (storage == null) {
      throw RefusalException.failure("storage '" + id + "' does not exist");
    }
    return storage;
  }

  /** Returns the storage with this id, if the node in the path may use it. */
  public static ClusterStorage enabled(RoutedCall call, String id) {
    ClusterStorage storage = find(call, id);
    if (!storage.isEnabled()) {
      throw RefusalException.failure("storage '" + id + "' is disabled");
    }
    if (!storage.isFor(call.nodeName())) {
      throw RefusalException.failure(
          "storage '" + id + "' is not available on node '" + call.nodeName() + "'");
    }
    return storage;
  }

  /** Returns the storage with this id, if the node in the path may use it and can reach it. */
  public static ClusterStorage active(RoutedCall call, String id) {
    ClusterStorage storage = enabled(call, id);
    if (!storage.isReachable()) {
      throw RefusalException.failure("storage '" + id + "' is not online");
    }
    return storage;
  }

  /** Returns the storage that a volume id names. */
  public static ClusterStorage ofVolume(RoutedCall call, String volid) {
    int colon = volid.indexOf(':');
    if (colon < 1) {
      throw RefusalException.failure("unable to parse volume ID '" + volid + "'");
    }
    return find(call, volid.substring(0, colon));
  }

  /** Returns the facts that the name of a volume states. */
  public static VolumeName name(ClusterStorage storage, String volid) {
    String path = volid.substring(volid.indexOf(':') + 1);
    return VolumeName.parse(storage.type(), path)
        .orElseThrow(() -> RefusalException.failure(VolumeName.complaint(storage.type(), path)));
  }

  /**
   * Refuses a caller who may not read a volume, as check_volume_access of PVE::Storage does.
   *
   * @param guest the guest for which the volume is read, 0 for none
   */
  public static void checkVolume(RoutedCall call, String volid, int guest) {
    ClusterStorage storage = ofVolume(call, volid);
    VolumeName name = name(storage, volid);
    String path = "/storage/" + storage.id();
    if (call.identity().has(path, "Datastore.Allocate")) {
      return;
    }
    Integer owner = name.vmid();
    switch (name.content()) {
      case "iso", "vztmpl", "import" ->
          requireAny(call, path, "Datastore.AllocateSpace", "Datastore.Audit");
      default -> {
        if (owner != null && owner == guest) {
          return;
        }
        if (owner == null || name.content().equals("snippets")) {
          throw RefusalException.failure("missing privileges to access " + volid);
        }
        boolean isBackup = name.content().equals("backup");
        requireAny(call, path, isBackup ? "Datastore.AllocateSpace" : "Datastore.Audit");
        requireAny(call, "/vms/" + owner, isBackup ? "VM.Backup" : "VM.Config.Disk");
      }
    }
  }

  /** Refuses a volume of another content type than backups, or one that the caller may not read. */
  public static void checkBackup(RoutedCall call, String volid, int guest) {
    if (!name(ofVolume(call, volid), volid).content().equals("backup")) {
      throw RefusalException.failure(
          "unable to use volume " + volid + " - content type needs to be 'backup'");
    }
    checkVolume(call, volid, guest);
  }

  /** Refuses a caller who has none of these privileges on a path. */
  public static void requireAny(RoutedCall call, String path, String... privileges) {
    for (String privilege : privileges) {
      if (call.identity().has(path, privilege)) {
        return;
      }
    }
    throw RefusalException.forbidden(path + ", " + String.join("|", privileges));
  }
}
