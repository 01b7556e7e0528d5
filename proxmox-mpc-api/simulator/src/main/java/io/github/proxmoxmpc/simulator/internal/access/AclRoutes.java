package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.AclEntry;
import io.github.proxmoxmpc.simulator.internal.account.AclPaths;
import io.github.proxmoxmpc.simulator.internal.account.BuiltInRoles;
import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /access/acl}, after PVE::API2::ACL. */
final class AclRoutes {
  private static final String FAILED = "ACL update failed: ";
  private static final Map<String, String> ALLOCATORS =
      Map.of("/storage/", "Datastore.Allocate", "/vms/", "VM.Allocate", "/pool/", "Pool.Allocate");

  private AclRoutes() {}

  static void addTo(Routes routes) {
    routes.on("GET /access/acl", AclRoutes::list).on("PUT /access/acl", AclRoutes::update);
  }

  private static List<Object> list(RoutedCall call) {
    boolean audits = call.identity().has("/access", "Sys.Audit");
    return call.cluster().accounts().config().entries().stream()
        .filter(entry -> audits || modifies(call, entry.path()))
        .<Object>map(
            entry ->
                new JsonMap()
                    .put("path", entry.path())
                    .put("type", entry.type())
                    .put("ugid", entry.id())
                    .put("roleid", entry.role())
                    .put("propagate", entry.propagates() ? 1 : 0)
                    .build())
        .toList();
  }

  private static boolean modifies(RoutedCall call, String path) {
    return call.identity().has(path, "Permissions.Modify")
        || ALLOCATORS.entrySet().stream()
            .anyMatch(
                one -> path.startsWith(one.getKey()) && call.identity().has(path, one.getValue()));
  }

  private static @Nullable Object update(RoutedCall call) {
    if (call.text("users", "").isEmpty()
        && call.text("groups", "").isEmpty()
        && call.text("tokens", "").isEmpty()) {
      String complaint = "either 'users', 'groups' or 'tokens' is required.";
      throw new InvalidParametersException(
          Map.of("users", complaint, "groups", complaint, "tokens", complaint));
    }
    String given = call.required("path");
    String path = AclPaths.normalize(given);
    boolean deletes = call.isTrue("delete");
    if (path == null || !deletes && !AclPaths.isKnown(path)) {
      throw RefusalException.parameter("path", "invalid ACL path '" + given + "'");
    }
    UserConfig config = call.cluster().accounts().config();
    List<AclEntry> entries = new ArrayList<>();
    boolean propagates = !call.has("propagate") || call.isTrue("propagate");
    for (String role : call.list("roles")) {
      Set<String> privileges = config.privileges(role);
      if (privileges == null) {
        throw RefusalException.failure(FAILED + "role '" + role + "' does not exist");
      }
      checkRole(call, path, role, privileges);
      for (String[] receiver : receivers(call, config)) {
        entries.add(new AclEntry(path, receiver[0], receiver[1], role, propagates));
      }
    }
    entries.forEach(deletes ? config::remove : config::add);
    return null;
  }

  private static List<String[]> receivers(RoutedCall call, UserConfig config) {
    List<String[]> receivers = new ArrayList<>();
    for (String group : call.list("groups")) {
      if (!config.groups().has(group)) {
        throw RefusalException.failure(FAILED + "group '" + group + "' does not exist");
      }
      receivers.add(new String[] {"group", group});
    }
    for (String user : call.list("users")) {
      if (!config.users().has(user)) {
        throw RefusalException.failure(FAILED + "user '" + user + "' does not exist");
      }
      receivers.add(new String[] {"user", user});
    }
    for (String token : call.list("tokens")) {
      try {
        TokenRoutes.find(config, token);
      } catch (RefusalException missing) {
        throw RefusalException.failure(FAILED + missing.getMessage());
      }
      receivers.add(new String[] {"token", token});
    }
    return receivers;
  }

  /** Without Permissions.Modify, a caller gives only roles whose privileges the caller has. */
  private static void checkRole(RoutedCall call, String path, String role, Set<String> privileges) {
    Map<String, Boolean> own = call.identity().privileges().on(path);
    if (own.containsKey("Permissions.Modify")) {
      return;
    }
    boolean deletes = call.isTrue("delete");
    boolean propagates = !call.has("propagate") || call.isTrue("propagate");
    String words = "Cannot " + (deletes ? "remove" : "add") + " role '" + role + "'";
    for (String privilege : new TreeSet<>(privileges)) {
      Boolean here = own.get(privilege);
      if (here == null) {
        throw refusal(words + " - requires 'Permissions.Modify' or superset of privileges.");
      }
      if (propagates && !here && !deletes) {
        throw refusal(
            words
                + " with propagation - requires 'Permissions.Modify' or propagated superset of"
                + " privileges.");
      }
    }
    if (role.equals(BuiltInRoles.NO_ACCESS)) {
      throw refusal(words + " - requires 'Permissions.Modify'");
    }
  }

  // raise_param_exc below lock_user_config becomes a 500 whose text has all lines.
  private static RefusalException refusal(String complaint) {
    return RefusalException.failure(
        FAILED + "400 Parameter verification failed.\nrole: " + complaint);
  }
}
