package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.BuiltInRoles;
import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code /access/groups} and {@code /access/roles}. */
final class GroupAndRoleRoutes {
  private GroupAndRoleRoutes() {}

  static void addTo(Routes routes) {
    routes
        .on("GET /access/roles", GroupAndRoleRoutes::roles)
        .on("GET /access/roles/{roleid}", GroupAndRoleRoutes::role);
    SectionRoutes.addTo(routes, groups(), customRoles());
    routes
        .wrap("POST /access/roles", GroupAndRoleRoutes::refusingReservedNames)
        .wrap("PUT /access/roles/{roleid}", next -> refusingBuiltIn(next, "modified"))
        .wrap("DELETE /access/roles/{roleid}", next -> refusingBuiltIn(next, "deleted"));
  }

  private static SectionType groups() {
    return SectionType.at("/access/groups/{groupid}")
        .failing("group")
        .exists("group '%s' already exists")
        .missing("group '%s' does not exist")
        .visibleWith("/access/groups/%s", "User.Modify", "Sys.Audit", "Group.Allocate")
        .check(
            change -> {
              // user.cfg cannot tell an empty comment from none.
              Section group = change.after();
              if (group != null && group.text("comment", "").isEmpty()) {
                group.set("comment", null);
              }
            })
        .row((call, group, json) -> json.put("users", group.text("users", "")))
        .item(
            (call, group, json) -> {
              json.remove("groupid");
              json.remove("users");
              json.put("members", List.copyOf(config(call).members(group.id())));
            })
        .then(
            change -> {
              if (change.deletes()) {
                config(change.call()).removeGroup(change.section().id());
              }
            });
  }

  private static SectionType customRoles() {
    return SectionType.at("/access/roles/{roleid}")
        .failing("role")
        .exists("role '%s' already exists")
        .missing("role '%s' does not exist")
        .controls("append privs")
        .check(GroupAndRoleRoutes::setPrivileges)
        .then(
            change -> {
              if (change.deletes()) {
                config(change.call()).removeRole(change.section().id());
              }
            });
  }

  private static void setPrivileges(SectionChange change) {
    Section role = change.after();
    if (role != null) {
      Set<String> privileges = new TreeSet<>(change.call().list("privs"));
      if (change.call().isTrue("append")) {
        privileges.addAll(privileges(change.call(), role.id()));
      }
      role.set("privs", new ArrayList<>(privileges));
    }
  }

  private static List<Object> roles(RoutedCall call) {
    Set<String> ids = new TreeSet<>(BuiltInRoles.all().keySet());
    ids.addAll(config(call).roles().ids());
    return ids.stream()
        .<Object>map(
            id ->
                new JsonMap()
                    .put("roleid", id)
                    .put("privs", String.join(",", privileges(call, id)))
                    .put("special", BuiltInRoles.all().containsKey(id) ? 1 : 0)
                    .build())
        .toList();
  }

  private static Map<String, Integer> role(RoutedCall call) {
    Map<String, Integer> privileges = new TreeMap<>();
    privileges(call, call.required("roleid")).forEach(name -> privileges.put(name, 1));
    return privileges;
  }

  private static Set<String> privileges(RoutedCall call, String role) {
    Set<String> privileges = config(call).privileges(role);
    if (privileges == null) {
      throw RefusalException.failure("role '" + role + "' does not exist");
    }
    return privileges;
  }

  private static Handler refusingReservedNames(Handler next) {
    return call -> {
      String role = call.required("roleid");
      if (role.toUpperCase(Locale.ROOT).startsWith("PVE")) {
        throw RefusalException.parameter(
            "roleid", "cannot use role ID starting with the (case-insensitive) 'PVE' namespace");
      }
      if (BuiltInRoles.all().containsKey(role)) {
        throw RefusalException.failure("create role failed: role '" + role + "' already exists");
      }
      return next.handle(call);
    };
  }

  private static Handler refusingBuiltIn(Handler next, String action) {
    return call -> {
      String role = call.required("roleid");
      if (BuiltInRoles.all().containsKey(role)) {
        throw RefusalException.failure("auto-generated role '" + role + "' cannot be " + action);
      }
      return next.handle(call);
    };
  }

  private static UserConfig config(RoutedCall call) {
    return call.cluster().accounts().config();
  }
}
