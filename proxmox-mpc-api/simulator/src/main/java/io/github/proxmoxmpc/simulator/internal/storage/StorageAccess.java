package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;

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
}
