package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /access}: log-in and the permissions of the caller. */
public final class AccessRoutes {
  private static final List<String> TOP_PATHS =
      List.of("/", "/access", "/access/groups", "/nodes", "/pool", "/sdn", "/storage", "/vms");

  private final Tickets tickets;

  private AccessRoutes(Tickets tickets) {
    this.tickets = tickets;
  }

  /** Adds the routes. */
  public static void addTo(Routes routes, Tickets tickets) {
    AccessRoutes access = new AccessRoutes(tickets);
    routes
        .on("GET /access/ticket", call -> null)
        .on("POST /access/ticket", access::logIn)
        .on("GET /access/permissions", AccessRoutes::permissions)
        .on("GET /access/domains", call -> domains());
  }

  private Map<String, @Nullable Object> logIn(RoutedCall call) {
    String name = call.required("username");
    String realm = call.text("realm");
    String user = name.contains("@") || realm == null ? name : name + "@" + realm;
    String password = call.required("password");
    Identity identity =
        call.cluster()
            .accounts()
            .byPassword(user, password)
            // A ticket in place of the password renews it.
            .or(
                () ->
                    tickets
                        .verify(password)
                        .filter(user::equals)
                        .flatMap(call.cluster().accounts()::user))
            .orElseThrow(() -> new RefusalException(401, "authentication failure"));
    return new JsonMap()
        .put("username", identity.id())
        .put("ticket", tickets.issue(identity.id()))
        .put("CSRFPreventionToken", tickets.issueCsrfToken(identity.id()))
        .put("cap", capabilities(identity))
        .build();
  }

  // The privileges that the web interface asks about, by area.
  private static Map<String, @Nullable Object> capabilities(Identity identity) {
    return new JsonMap()
        .put("vms", having(identity, "/vms", "VM."))
        .put("storage", having(identity, "/storage", "Datastore."))
        .put("nodes", having(identity, "/nodes", "Sys."))
        .put("access", having(identity, "/access", "User.", "Group."))
        .put("sdn", having(identity, "/sdn", "SDN."))
        .put("mapping", having(identity, "/mapping", "Mapping."))
        .put("dc", having(identity, "/", "SDN.", "Sys.Audit", "Sys.Modify"))
        .build();
  }

  private static Map<String, Integer> having(Identity identity, String path, String... prefixes) {
    Map<String, Integer> privileges = new TreeMap<>();
    for (String privilege : PrivilegeNames.ALL) {
      for (String prefix : prefixes) {
        if (privilege.startsWith(prefix) && identity.has(path, privilege)) {
          privileges.put(privilege, 1);
        }
      }
    }
    if (!path.equals("/") && identity.has(path, "Permissions.Modify")) {
      privileges.put("Permissions.Modify", 1);
    }
    return privileges;
  }

  private static Map<String, Object> permissions(RoutedCall call) {
    String asked = call.text("userid");
    if (asked != null
        && !asked.equals(call.identity().id())
        && !call.identity().has("/access", "Sys.Audit")) {
      throw RefusalException.forbidden("/access, Sys.Audit");
    }
    Set<String> paths = new TreeSet<>();
    String path = call.text("path");
    Map<String, Set<String>> own = call.identity().privileges();
    if (path != null) {
      paths.add(path);
    } else {
      paths.addAll(own == null ? TOP_PATHS : own.keySet());
    }
    Map<String, Object> permissions = new TreeMap<>();
    for (String one : paths) {
      Map<String, Integer> privileges = having(call.identity(), one, "");
      if (!privileges.isEmpty()) {
        permissions.put(one, privileges);
      }
    }
    return permissions;
  }

  private static List<Object> domains() {
    return List.of(
        new JsonMap()
            .put("realm", "pam")
            .put("type", "pam")
            .put("comment", "Linux PAM standard authentication")
            .build(),
        new JsonMap()
            .put("realm", "pve")
            .put("type", "pve")
            .put("comment", "Proxmox VE authentication server")
            .build());
  }
}
