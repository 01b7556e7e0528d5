package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.Storage;
import io.github.proxmoxmpc.simulator.internal.routing.ApiException;
import io.github.proxmoxmpc.simulator.internal.routing.Call;

/** Finds storages, with the server's words for one that cannot be used. */
public final class StorageAccess {
  private StorageAccess() {}

  /** The storage of that name. */
  public static Storage find(Call call, String id) {
    Storage storage = call.cluster().storages().get(id);
    if (storage == null) {
      throw ApiException.failure("storage '" + id + "' does not exist");
    }
    return storage;
  }

  /** The storage of that name, if it may be used on the node in the path. */
  public static Storage enabled(Call call, String id) {
    Storage storage = find(call, id);
    if (!storage.isEnabled()) {
      throw ApiException.failure("storage '" + id + "' is disabled");
    }
    if (!storage.isFor(call.nodeName())) {
      throw ApiException.failure(
          "storage '" + id + "' is not available on node '" + call.nodeName() + "'");
    }
    return storage;
  }

  /** The storage of that name, if it may be used on the node in the path and answers. */
  public static Storage active(Call call, String id) {
    Storage storage = enabled(call, id);
    if (!storage.isReachable()) {
      throw ApiException.failure("storage '" + id + "' is not online");
    }
    return storage;
  }
}
