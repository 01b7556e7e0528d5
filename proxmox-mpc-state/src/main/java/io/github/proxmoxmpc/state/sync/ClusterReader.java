package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes the calls of a sync and counts them. Thread-safe. */
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
            ? node.qemu(guest.vmid()).config().get().raw()
            : node.lxc(guest.vmid()).config().get().raw());
  }

  /** Asks the guest agent for its network interfaces. */
  AgentState agentState(GuestListEntry guest) {
    return AgentInterfaces.classify(
        counted()
            .nodes(guest.node())
            .qemu(guest.vmid())
            .agent()
            .networkGetInterfaces()
            .get()
            .raw());
  }

  /** Lists the disk images on a storage of a node. */
  Set<String> volumes(NodeName node, StorageId storage) {
    return raw(
            counted()
                .nodes(node)
                .storage(storage)
                .content()
                .get(request -> request.content("images")))
        .stream()
        .map(row -> String.valueOf(ApiValues.text(row, "volid")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks that a storage has a volume.
   *
   * @throws ProxmoxException if it does not, or if it cannot be read
   */
  void checkVolume(NodeName node, StorageId storage, String volume) {
    counted().nodes(node).storage(storage).content(volume).get();
  }

  /** Returns the storages in a pool, which the server lists once per node. */
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
      // Before 8.1 there was no such parameter, and there were no nested pools.
      return List.of(counted().pools(pool).get().raw());
    }
  }

  /** Returns whether a guest with this id exists, even if the token may not see it. */
  boolean exists(VmId guest) {
    try {
      // This operation checks the ids of the whole cluster regardless of privileges (PVE 9.2).
      counted().cluster().nextid().get(request -> request.vmid(guest));
      return false;
    } catch (ConflictException e) {
      return true;
    }
  }

  // PVE 9.2 reports a missing storage or pool with status 500. A 404 comes from a proxy.
  private static boolean isGone(NotFoundException answer) {
    if (answer.status() == 404) {
      throw answer;
    }
    return true;
  }

  /** Returns whether the storage certainly does not exist. */
  boolean isGone(StorageId storage) {
    try {
      counted().storage(storage).get();
      return false;
    } catch (NotFoundException e) {
      return isGone(e);
    } catch (PermissionException e) {
      return sees("/storage/" + storage, Set.of("Datastore.Audit", "Datastore.AllocateSpace"));
    }
  }

  /** Returns whether the pool certainly does not exist. */
  boolean isGone(PoolId pool) {
    try {
      pool(pool);
      return false;
    } catch (NotFoundException e) {
      return isGone(e);
    } catch (PermissionException e) {
      return sees("/pool/" + pool, Set.of("Pool.Audit"));
    }
  }

  /**
   * Returns whether the token has one of the privileges on a path. If it does, the list would have
   * shown the resource there. PVE also answers for paths of resources that do not exist.
   */
  private boolean sees(String path, Set<String> privileges) {
    JsonObject answer = counted().access().permissions().get(request -> request.path(path)).raw();
    return answer.get(path) instanceof JsonObject held
        && held.names().stream().anyMatch(privileges::contains);
  }
}
