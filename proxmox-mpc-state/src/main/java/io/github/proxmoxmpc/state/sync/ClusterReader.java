package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls of a sync, counted. Thread-safe. */
final class ClusterReader {
  private final ProxmoxApi api;
  private final AtomicInteger calls = new AtomicInteger();

  ClusterReader(ProxmoxApi api) {
    this.api = api;
  }

  int calls() {
    return calls.get();
  }

  private ProxmoxApi counted() {
    calls.incrementAndGet();
    return api;
  }

  List<JsonObject> resources() {
    return raw(counted().cluster().resources().get());
  }

  List<JsonObject> storages() {
    return raw(counted().storage().get());
  }

  List<JsonObject> pools() {
    return raw(counted().pools().get());
  }

  private static List<JsonObject> raw(List<? extends ApiResult> rows) {
    return rows.stream().map(ApiResult::raw).toList();
  }

  ConfigDocument config(GuestListEntry guest) {
    var node = counted().nodes(guest.node());
    return ApiValues.guestConfig(
        guest.kind() == ResourceKind.VM
            ? node.qemu(guest.id()).config().get().raw()
            : node.lxc(guest.id()).config().get().raw());
  }

  void pingAgent(GuestListEntry guest) {
    counted().nodes(guest.node()).qemu(guest.id()).agent().ping().post();
  }

  /** The storages among the members of a pool; a member is listed once for each node. */
  List<StorageId> storagesOf(PoolId pool) {
    List<StorageId> storages = new ArrayList<>();
    for (JsonObject row : pool(pool)) {
      if (row.get("members") instanceof JsonArray members) {
        for (JsonValue member : members.values()) {
          if (member instanceof JsonObject object
              && "storage".equals(ApiValues.text(object, "type"))) {
            String storage = ApiValues.text(object, "storage");
            if (storage != null && !storages.contains(StorageId.of(storage))) {
              storages.add(StorageId.of(storage));
            }
          }
        }
      }
    }
    return storages;
  }

  private List<JsonObject> pool(PoolId pool) {
    try {
      // GET /pools/{poolid} cannot address a nested pool (PVE 9.2).
      return raw(counted().pools().get(request -> request.poolid(pool)));
    } catch (ParameterException e) {
      // Before 8.1 the parameter did not exist, and neither did nested pools.
      return List.of(counted().pools(pool).get().raw());
    }
  }

  /** Whether there is a guest of this id, whatever we may see of it. */
  boolean exists(VmId guest) {
    try {
      // Looks at the ids of the whole cluster without regard to privileges (PVE 9.2).
      counted().cluster().nextid().get(request -> request.vmid(guest));
      return false;
    } catch (ConflictException e) {
      return true;
    }
  }

  /** Whether it is certain that there is no such storage. */
  boolean isGone(StorageId storage) {
    try {
      counted().storage(storage).get();
      return false;
    } catch (NotFoundException e) {
      return true;
    } catch (PermissionException e) {
      return sees("/storage/" + storage, Set.of("Datastore.Audit", "Datastore.AllocateSpace"));
    }
  }

  /** Whether it is certain that there is no such pool. */
  boolean isGone(PoolId pool) {
    try {
      pool(pool);
      return false;
    } catch (NotFoundException e) {
      return true;
    } catch (PermissionException e) {
      return sees("/pool/" + pool, Set.of("Pool.Audit"));
    }
  }

  /**
   * Whether we have a privilege on a path. If so, its list would have shown what lies there. PVE
   * answers for paths of things that do not exist, too.
   */
  private boolean sees(String path, Set<String> privileges) {
    JsonObject answer = counted().access().permissions().get(request -> request.path(path)).raw();
    return answer.get(path) instanceof JsonObject held
        && held.names().stream().anyMatch(privileges::contains);
  }
}
