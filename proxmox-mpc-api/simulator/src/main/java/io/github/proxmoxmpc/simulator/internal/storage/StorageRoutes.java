package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.StorageType;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /storage}: the definitions of storages. */
public final class StorageRoutes {
  /** Options that the server keeps in separate files and never returns. */
  private static final Set<String> SECRETS = Set.of("password", "keyring");

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
    definition.put("content", storage.content());
    if (storage.isShared()) {
      definition.put("shared", 1);
    }
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
    StorageType type = StorageType.of(call.required("type"));
    SortedMap<String, String> options = new StorageDefinition(type, call).created();
    return locked(
        "create",
        () -> {
          if (call.cluster().storages().containsKey(id)) {
            throw RefusalException.failure("storage ID '" + id + "' already defined");
          }
          if (type.name().equals("zfspool")) {
            options.putIfAbsent("mountpoint", "/" + options.get("pool"));
          }
          Map<String, Object> secrets = StorageSecrets.store(type, call, options);
          call.cluster().storages().put(id, new ClusterStorage(id, options));
          return answer(id, type, secrets);
        });
  }

  private static Object update(RoutedCall call) {
    String id = call.required("storage");
    return locked(
        "update",
        () -> {
          String digest = call.text("digest");
          if (digest != null && !digest.equals(digest(call))) {
            throw RefusalException.failure(
                "detected modified configuration - file changed by other user? Try again.");
          }
          ClusterStorage storage = StorageAccess.find(call, id);
          StorageType type = storage.declaration();
          StorageDefinition definition = new StorageDefinition(type, call);
          SortedMap<String, String> changed = definition.changed();
          SortedMap<String, String> options = new TreeMap<>(storage.options());
          options.keySet().removeAll(definition.deleted());
          options.putAll(changed);
          Map<String, Object> secrets = StorageSecrets.store(type, call, options);
          storage.options().clear();
          storage.options().putAll(options);
          return answer(id, type, secrets);
        });
  }

  private static Map<String, Object> answer(
      String id, StorageType type, @Nullable Map<String, Object> secrets) {
    Map<String, Object> answer = new TreeMap<>(Map.of("storage", id, "type", type.name()));
    if (secrets != null) {
      answer.put("config", secrets);
    }
    return answer;
  }

  private static @Nullable Object delete(RoutedCall call) {
    String id = call.required("storage");
    return locked(
        "delete",
        () -> {
          StorageAccess.find(call, id);
          boolean isBase =
              call.cluster().storages().values().stream()
                  .anyMatch(storage -> storage.option("base", "").startsWith(id + ":"));
          if (isBase) {
            throw RefusalException.failure(
                "can't remove storage - storage is used as base of another storage");
          }
          call.cluster().storages().remove(id);
          call.cluster().pools().values().forEach(pool -> pool.storages().remove(id));
          return null;
        });
  }

  /** Adds the words of the lock of the file to a failure. */
  private static <T extends @Nullable Object> T locked(String action, Supplier<T> change) {
    try {
      return change.get();
    } catch (RefusalException refusal) {
      throw RefusalException.failure(action + " storage failed: " + refusal.getMessage());
    }
  }
}
