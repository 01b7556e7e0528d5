package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.AccessRights;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The privileges of users and tokens. */
final class PermissionRoutes {
  private static final List<String> ASKED =
      List.of("/", "/nodes", "/access/groups", "/vms", "/storage", "/sdn", "/mapping");

  /** The privileges that the web interface asks about, by the first segment of the path. */
  private static final Map<String, Pattern> AREAS =
      Map.of(
          "vms", Pattern.compile("VM\\..*|Permissions\\.Modify"),
          "access", Pattern.compile("(User|Group)\\..*|Permissions\\.Modify"),
          "storage", Pattern.compile("Datastore\\..*|Permissions\\.Modify"),
          "nodes", Pattern.compile("Sys\\..*|Permissions\\.Modify"),
          "sdn", Pattern.compile("SDN\\..*|Permissions\\.Modify"),
          "dc", Pattern.compile("Sys\\.(Audit|Modify)|SDN\\..*"),
          "mapping", Pattern.compile("Mapping\\..*|Permissions\\.Modify"));

  private PermissionRoutes() {}

  static void addTo(Routes routes) {
    routes.on("GET /access/permissions", PermissionRoutes::permissions);
  }

  private static Map<String, Object> permissions(RoutedCall call) {
    String caller = call.identity().id();
    String asked = call.text("userid", caller);
    boolean isOwn = asked.equals(caller) || asked.startsWith(caller + "!");
    if (!isOwn && !call.identity().has("/access", "Sys.Audit")) {
      throw RefusalException.forbidden("/access, Sys.Audit");
    }
    Accounts accounts = call.cluster().accounts();
    Identity identity = accounts.identity(asked);
    Map<String, Object> permissions = new TreeMap<>();
    String path = call.text("path");
    if (path != null && !path.isEmpty()) {
      permissions.put(path, numbers(identity, path));
      return permissions;
    }
    for (String one : AccessRights.paths(accounts.config(), accounts.pools())) {
      Map<String, Integer> privileges = numbers(identity, one);
      if (!privileges.isEmpty()) {
        permissions.put(one, privileges);
      }
    }
    return permissions;
  }

  private static Map<String, Integer> numbers(Identity identity, String path) {
    Map<String, Integer> numbers = new TreeMap<>();
    identity
        .privileges()
        .on(path)
        .forEach((privilege, propagates) -> numbers.put(privilege, propagates ? 1 : 0));
    return numbers;
  }

  /** Returns the privileges by area that a log-in reports (compute_api_permission). */
  static Map<String, Map<String, Integer>> capabilities(Accounts accounts, Identity identity) {
    Map<String, Map<String, Integer>> areas = new TreeMap<>();
    AREAS.keySet().forEach(area -> areas.put(area, new TreeMap<>()));
    List<String> paths = new ArrayList<>(ASKED);
    paths.addAll(accounts.config().entryPaths());
    for (String path : Set.copyOf(paths)) {
      String top = path.equals("/") ? "dc" : path.split("/", -1)[1];
      for (String privilege : identity.privileges().on(path).keySet()) {
        for (String area : top.equals("pool") ? List.of("vms", "storage") : List.of(top)) {
          Pattern pattern = AREAS.get(area);
          if (pattern != null && pattern.matcher(privilege).matches()) {
            areas.computeIfAbsent(area, missing -> new TreeMap<>()).put(privilege, 1);
          }
        }
      }
    }
    return areas;
  }
}
