package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /storage}: the definitions of storages. */
public final class StorageRoutes {
  private static final Set<String> CONTROLS = Set.of("storage", "digest", "delete");

  /** Options that the server keeps in separate files and never returns. */
  private static final Set<String> SECRETS =
      Set.of("password", "keyring", "encryption-key", "master-pubkey");

  /** The required options of each type, from the plugins of pve-storage 9.2. */
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("dir", List.of("path")),
          Map.entry("btrfs", List.of("path")),
          Map.entry("nfs", List.of("server", "export")),
          Map.entry("cifs", List.of("server", "share")),
          Map.entry("lvm", List.of("vgname")),
          Map.entry("lvmthin", List.of("thinpool", "vgname")),
          Map.entry("zfspool", List.of("pool")),
          Map.entry("pbs", List.of("server", "datastore")),
          Map.entry("iscsi", List.of("portal", "target")),
          Map.entry("iscsidirect", List.of("portal", "target")),
          Map.entry("zfs", List.of("iscsiprovider", "portal", "target", "pool", "blocksize")),
          Map.entry("esxi", List.of("server")));

  private StorageRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    routes
        .on("GET /storage", StorageRoutes::list)
        .on("POST /storage", StorageRoutes::create)
        .on("GET /storage/{storage}", StorageRoutes::read)
        .on("PUT /storage/{storage}", StorageRoutes::update)
        .on("DELETE /storage/{storage}", StorageRoutes::delete);
  }

  private static List<Object> list(RoutedCall call) {
    String type = call.text("type");
    return call.cluster().storages().values().stream()
        .filter(storage -> type == null || type.equals(storage.type()))
        .filter(
            storage ->
                call.identity().has("/storage/" + storage.id(), "Datastore.Audit")
                    || call.identity().has("/storage/" + storage.id(), "Datastore.AllocateSpace"))
        .<Object>map(storage -> definition(call, storage))
        .toList();
  }

  private static Object read(RoutedCall call) {
    return definition(call, StorageAccess.find(call, call.required("storage")));
  }

  private static Map<String, @Nullable Object> definition(RoutedCall call, ClusterStorage storage) {
    Map<String, Property> schema = OperationIndex.bundled().operation("POST /storage").parameters();
    JsonMap definition = new JsonMap().put("storage", storage.id()).put("type", storage.type());
    storage
        .options()
        .forEach(
            (name, value) -> {
              if (!SECRETS.contains(name)) {
                definition.put(name, typed(schema.get(name), name, value));
              }
            });
    return definition.put("digest", digest(call)).build();
  }

  private static Object typed(@Nullable Property property, String name, String value) {
    if (name.equals("content-dirs")) {
      Map<String, String> directories = new TreeMap<>();
      for (String part : value.split(",", -1)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          directories.put(part.substring(0, equals), part.substring(equals + 1));
        }
      }
      return directories;
    }
    String type = property == null ? null : property.type();
    boolean isNumber = "boolean".equals(type) || "integer".equals(type);
    return isNumber && value.matches("\\d{1,18}") ? (Object) Long.valueOf(value) : value;
  }

  // All definitions are in one file, so each change alters the digest of all.
  private static String digest(RoutedCall call) {
    StringBuilder file = new StringBuilder();
    call.cluster()
        .storages()
        .forEach(
            (id, storage) -> {
              file.append(storage.type()).append(": ").append(id).append('\n');
              storage
                  .options()
                  .forEach(
                      (key, value) ->
                          file.append('\t').append(key).append(' ').append(value).append('\n'));
            });
    try {
      byte[] octets = file.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1 is not available", e);
    }
  }

  private static Object create(RoutedCall call) {
    String id = call.required("storage");
    String type = call.required("type");
    if (call.cluster().storages().containsKey(id)) {
      throw RefusalException.failure(
          "create storage failed: storage ID '" + id + "' already defined");
    }
    for (String option : REQUIRED.getOrDefault(type, List.of())) {
      if (!call.has(option)) {
        throw RefusalException.failure("missing value for required option '" + option + "'");
      }
    }
    Map<String, String> options = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              if (!CONTROLS.contains(name)) {
                options.put(name, value.toString());
              }
            });
    if (Set.of("nfs", "cifs", "cephfs").contains(type)) {
      options.putIfAbsent("path", "/mnt/pve/" + id);
    }
    ClusterStorage storage = new ClusterStorage(id, options);
    call.cluster().storages().put(id, storage);
    return Map.of("storage", id, "type", type);
  }

  private static Object update(RoutedCall call) {
    String id = call.required("storage");
    ClusterStorage storage = StorageAccess.find(call, id);
    String digest = call.text("digest");
    if (digest != null && !digest.equals(digest(call))) {
      throw RefusalException.failure(
          "update storage failed: detected modified configuration - file changed by other user?"
              + " Try again.");
    }
    for (String option : call.list("delete")) {
      if (REQUIRED.getOrDefault(storage.type(), List.of()).contains(option)) {
        throw RefusalException.failure(
            "update storage failed: unable to delete required option '" + option + "'");
      }
      storage.options().remove(option);
    }
    call.parameters()
        .forEach(
            (name, value) -> {
              if (!CONTROLS.contains(name)) {
                storage.options().put(name, value.toString());
              }
            });
    return Map.of("storage", id, "type", storage.type());
  }

  private static @Nullable Object delete(RoutedCall call) {
    String id = call.required("storage");
    StorageAccess.find(call, id);
    call.cluster().storages().remove(id);
    call.cluster().pools().values().forEach(pool -> pool.storages().remove(id));
    return null;
  }
}
