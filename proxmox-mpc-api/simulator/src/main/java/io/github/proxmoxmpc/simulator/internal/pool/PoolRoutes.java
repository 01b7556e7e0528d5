package io.github.proxmoxmpc.simulator.internal.pool;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.ResourceRows;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /pools}. A nested pool has no path of its own; requests name it with {@code ?poolid=}. */
public final class PoolRoutes {
  /** Fields of the cluster's list that a member's row does not have (seen on 9.2.11). */
  private static final Set<String> NOT_OF_MEMBERS = Set.of("pool", "tags", "lock", "hastate");

  private PoolRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    routes
        .on("GET /pools", PoolRoutes::list)
        .on("POST /pools", PoolRoutes::create)
        .on("PUT /pools", PoolRoutes::update)
        .on("DELETE /pools", PoolRoutes::delete)
        .on("GET /pools/{poolid}", call -> withMembers(call, pool(call), call.text("type")))
        .on("PUT /pools/{poolid}", PoolRoutes::update)
        .on("DELETE /pools/{poolid}", PoolRoutes::delete);
  }

  private static List<Object> list(RoutedCall call) {
    if (call.has("poolid")) {
      ClusterPool pool = pool(call);
      if (!call.identity().has("/pool/" + pool.id(), "Pool.Audit")) {
        throw RefusalException.forbidden("/pool/" + pool.id() + ", Pool.Audit");
      }
      return List.of(withMembers(call, pool, call.text("type")));
    }
    return call.cluster().pools().values().stream()
        .filter(pool -> call.identity().has("/pool/" + pool.id(), "Pool.Audit"))
        .<Object>map(pool -> facts(pool).build())
        .toList();
  }

  private static JsonMap facts(ClusterPool pool) {
    JsonMap facts = new JsonMap().put("poolid", pool.id());
    return facts.putIfPresent("comment", pool.comment().isEmpty() ? null : pool.comment());
  }

  private static Map<String, @Nullable Object> withMembers(
      RoutedCall call, ClusterPool pool, @Nullable String type) {
    Cluster cluster = call.cluster();
    ResourceRows rows = new ResourceRows(cluster);
    List<Object> members = new ArrayList<>();
    for (int vmid : pool.guests()) {
      ClusterGuest guest = cluster.guests().get(vmid);
      if (guest != null && (type == null || type.equals(guest.kind().path()))) {
        Map<String, @Nullable Object> row = rows.guest(guest);
        row.keySet().removeAll(NOT_OF_MEMBERS);
        members.add(row);
      }
    }
    for (String id : pool.storages()) {
      ClusterStorage storage = cluster.storages().get(id);
      if (storage != null && (type == null || type.equals("storage"))) {
        List<Object> all = rows.storage(storage);
        members.addAll(storage.isShared() && all.size() > 1 ? all.subList(0, 1) : all);
      }
    }
    return facts(pool).put("members", members).build();
  }

  private static ClusterPool pool(RoutedCall call) {
    String id = call.required("poolid");
    ClusterPool pool = call.cluster().pools().get(id);
    if (pool == null) {
      throw RefusalException.failure("pool '" + id + "' does not exist");
    }
    return pool;
  }

  private static @Nullable Object create(RoutedCall call) {
    String id = call.required("poolid");
    Map<String, ClusterPool> pools = call.cluster().pools();
    if (pools.containsKey(id)) {
      throw RefusalException.failure("create pool failed: pool '" + id + "' already exists");
    }
    int slash = id.lastIndexOf('/');
    if (slash > 0 && !pools.containsKey(id.substring(0, slash))) {
      throw RefusalException.failure(
          "create pool failed: parent '"
              + id.substring(0, slash)
              + "' of pool '"
              + id
              + "' does not exist");
    }
    pools.put(id, new ClusterPool(id, call.text("comment", "")));
    return null;
  }

  private static @Nullable Object update(RoutedCall call) {
    String id = call.required("poolid");
    ClusterPool pool = call.cluster().pools().get(id);
    if (pool == null) {
      throw RefusalException.failure("update pools failed: pool '" + id + "' does not exist");
    }
    String comment = call.text("comment");
    if (comment != null) {
      pool.setComment(comment);
    }
    for (String vmid : call.list("vms")) {
      updateGuest(call, pool, Integer.parseInt(vmid));
    }
    for (String storage : call.list("storage")) {
      boolean isMember = pool.storages().contains(storage);
      if (call.isTrue("delete") != isMember) {
        throw notFitting("Storage '" + storage + "'", isMember);
      }
      if (isMember) {
        pool.storages().remove(storage);
      } else {
        pool.storages().add(storage);
      }
    }
    return null;
  }

  private static void updateGuest(RoutedCall call, ClusterPool pool, int vmid) {
    boolean isMember = pool.guests().contains(vmid);
    if (call.isTrue("delete") != isMember) {
      throw notFitting("VM " + vmid, isMember);
    }
    if (isMember) {
      pool.guests().remove(vmid);
      return;
    }
    ClusterPool other = call.cluster().poolOf(vmid);
    if (other != null) {
      if (!call.isTrue("allow-move")) {
        throw RefusalException.failure(
            "update pools failed: VM "
                + vmid
                + " belongs already to pool '"
                + other.id()
                + "' and 'allow-move' is not set");
      }
      other.guests().remove(vmid);
    }
    pool.guests().add(vmid);
  }

  private static RefusalException notFitting(String member, boolean isMember) {
    return RefusalException.failure(
        "update pools failed: "
            + member
            + (isMember ? " is already a pool member" : " is not a pool member"));
  }

  private static @Nullable Object delete(RoutedCall call) {
    ClusterPool pool = call.cluster().pools().get(call.required("poolid"));
    if (pool == null) {
      throw RefusalException.failure(
          "delete pool failed: pool '" + call.required("poolid") + "' does not exist");
    }
    String contained = null;
    if (!pool.guests().isEmpty()) {
      contained = "VM " + pool.guests().first();
    } else if (!pool.storages().isEmpty()) {
      contained = "storage '" + pool.storages().first() + "'";
    }
    for (String other : call.cluster().pools().keySet()) {
      if (other.startsWith(pool.id() + "/")) {
        contained = "pool '" + other + "'";
      }
    }
    if (contained != null) {
      throw RefusalException.failure(
          "delete pool failed: pool '" + pool.id() + "' is not empty (contains " + contained + ")");
    }
    call.cluster().pools().remove(pool.id());
    return null;
  }
}
