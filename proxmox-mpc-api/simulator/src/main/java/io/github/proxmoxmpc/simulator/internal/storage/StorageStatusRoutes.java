package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.StorageType;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.History;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/storage}: storages as a node sees them. */
final class StorageStatusRoutes {
  private static final int SHARE_USED = 10;
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

  private StorageStatusRoutes() {}

  static void addTo(Routes routes) {
    String storage = "/nodes/{node}/storage/{storage}";
    routes
        .on("GET /nodes/{node}/storage", StorageStatusRoutes::list)
        .on(
            "GET " + storage,
            call -> DIRECTORY.stream().map(name -> Map.of("subdir", name)).toList())
        .on("GET " + storage + "/status", StorageStatusRoutes::status)
        .on("GET " + storage + "/identity", StorageStatusRoutes::identity)
        .on("GET " + storage + "/rrddata", StorageStatusRoutes::rrddata)
        .on("GET " + storage + "/rrd", StorageStatusRoutes::rrd);
  }

  private static List<Object> list(RoutedCall call) {
    String node = call.nodeName();
    String only = call.text("storage");
    String target = call.text("target", node);
    List<String> content = call.list("content");
    if (only != null && !call.cluster().storages().containsKey(only)) {
      throw RefusalException.parameter("storage", "No such storage.");
    }
    return call.cluster().storages().values().stream()
        .filter(storage -> only == null || only.equals(storage.id()))
        .filter(storage -> !call.isTrue("enabled") || storage.isEnabled())
        .filter(
            storage ->
                content.isEmpty()
                    || (storage.isEnabled()
                        && storage.isFor(node)
                        && content.stream().anyMatch(storage::holds)))
        .filter(
            storage ->
                target.equals(node)
                    || (storage.isShared() && storage.isFor(node) && storage.isFor(target)))
        .filter(
            storage ->
                call.identity().has("/storage/" + storage.id(), "Datastore.Audit")
                    || call.identity().has("/storage/" + storage.id(), "Datastore.AllocateSpace"))
        .<Object>map(storage -> row(call, storage))
        .toList();
  }

  private static Map<String, @Nullable Object> row(RoutedCall call, ClusterStorage storage) {
    Space space = space(call, storage);
    JsonMap row = facts(storage, space).put("storage", storage.id());
    if (space.total() > 0) {
      row.put("used_fraction", (double) space.used() / space.total());
    }
    if (call.isTrue("format") && space.isEnabled()) {
      StorageType type = storage.declaration();
      List<String> supported = type.formats().stream().sorted().toList();
      String format = storage.option("format", type.formats().get(0));
      Map<String, Object> valid = new TreeMap<>();
      supported.forEach(name -> valid.put(name, 1));
      row.put("formats", Map.of("supported", supported, "default", format))
          .put("format", List.of(valid, format));
      if (type.selectsExisting()) {
        row.put("select_existing", 1);
      }
    }
    return row.build();
  }

  private static Object status(RoutedCall call) {
    ClusterStorage storage = call.cluster().storages().get(call.required("storage"));
    if (storage == null) {
      throw RefusalException.parameter("storage", "No such storage.");
    }
    return facts(storage, space(call, storage)).build();
  }

  private record Space(boolean isEnabled, boolean isActive, long total, long used) {}

  private static Space space(RoutedCall call, ClusterStorage storage) {
    boolean enabled = storage.isEnabled() && storage.isFor(call.nodeName());
    boolean active = enabled && storage.isReachable();
    long total =
        active && !storage.declaration().selectsExisting() ? call.node().hardware().disk() : 0;
    return new Space(enabled, active, total, total / SHARE_USED);
  }

  private static JsonMap facts(ClusterStorage storage, Space space) {
    return new JsonMap()
        .put("type", storage.type())
        .put("content", storage.content())
        .put("shared", storage.isShared() ? 1 : 0)
        .put("enabled", space.isEnabled() ? 1 : 0)
        .put("active", space.isActive() ? 1 : 0)
        .put("total", space.total())
        .put("used", space.used())
        .put("avail", space.total() - space.used());
  }

  // No plugin of 9.2.11 but the one for backup servers has an identity.
  private static Object identity(RoutedCall call) {
    ClusterStorage storage = StorageAccess.enabled(call, call.required("storage"));
    if (!storage.type().equals("pbs")) {
      throw RefusalException.failure(
          "get_identity not implemented for this plugin at"
              + " /usr/share/perl5/PVE/Storage/Plugin.pm line 2681.");
    }
    String server = storage.option("server", "") + ":" + storage.option("port", "8007");
    UUID id = UUID.nameUUIDFromBytes(server.getBytes(StandardCharsets.UTF_8));
    return Map.of("type", storage.type(), "id", id.toString());
  }

  private static List<Object> rrddata(RoutedCall call) {
    ClusterStorage storage = recorded(call);
    Space space = space(call, storage);
    return History.rows(
        call.cluster(),
        call.required("timeframe"),
        row -> row.put("total", space.total()).put("used", space.used()));
  }

  private static ClusterStorage recorded(RoutedCall call) {
    ClusterStorage storage = call.cluster().storages().get(call.required("storage"));
    if (storage == null || !storage.isEnabled() || !storage.isFor(call.nodeName())) {
      throw RefusalException.failure(
          "RRD error: rrdcached@unix:/var/run/rrdcached.sock: rrd_fetch_r failed: opening"
              + " '/var/lib/rrdcached/db/pve-storage-9.0/"
              + call.nodeName()
              + "/"
              + call.required("storage")
              + "': No such file or directory");
    }
    return storage;
  }

  // The path is that of older releases, so 9.2.11 answers this for each storage.
  private static Object rrd(RoutedCall call) {
    throw RefusalException.failure(
        "RRD error: realpath(/var/lib/rrdcached/db/pve2-storage/"
            + call.nodeName()
            + "/"
            + call.required("storage")
            + "): No such file or directory");
  }
}
