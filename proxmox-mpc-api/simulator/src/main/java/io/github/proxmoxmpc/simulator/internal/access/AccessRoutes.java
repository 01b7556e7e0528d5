package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;

/** {@code /access}: users, groups, roles, tokens, realms, privileges and log-in. */
public final class AccessRoutes {
  private AccessRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes, Tickets tickets) {
    SignInRoutes.addTo(routes, tickets);
    PermissionRoutes.addTo(routes);
    AclRoutes.addTo(routes);
    UserRoutes.addTo(routes);
    GroupAndRoleRoutes.addTo(routes);
    TokenRoutes.addTo(routes);
    RealmRoutes.addTo(routes);
    RealmSync.addTo(routes);
    OpenIdRoutes.addTo(routes, tickets);
    TfaRoutes.addTo(routes);
  }
}
