package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /access/users} and passwords, after PVE::API2::User. */
final class UserRoutes {
  private UserRoutes() {}

  static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, users());
    routes.on("PUT /access/password", UserRoutes::changePassword);
  }

  private static SectionType users() {
    return SectionType.at("/access/users/{userid}")
        .failing("user")
        .exists("user '%s' already exists")
        .missing("no such user ('%s')")
        .controls("password groups append")
        .initially("enable", "1")
        .deletedSilently()
        .visible(UserRoutes::isVisible)
        .listed(
            (call, user) -> !call.has("enabled") || call.isTrue("enabled") == user.isTrue("enable"))
        .row(UserRoutes::shapeRow)
        .item(
            (call, user, json) -> {
              shape(user, json);
              json.remove("userid");
              json.put("groups", List.copyOf(config(call).groupsOf(user.id())));
              Map<String, @Nullable Object> tokens = new TreeMap<>();
              config(call)
                  .tokens(user.id())
                  .all()
                  .forEach(token -> tokens.put(token.id(), TokenRoutes.facts(token).build()));
              json.put("tokens", tokens.isEmpty() ? null : tokens);
            })
        .check(UserRoutes::prepare)
        .then(UserRoutes::store);
  }

  private static boolean isVisible(RoutedCall call, Section user) {
    String[] anyOf = {"User.Modify", "Sys.Audit"};
    return user.id().equals(call.identity().id())
        || call.identity().hasAny("/access/groups", anyOf)
        || config(call).groupsOf(user.id()).stream()
            .anyMatch(group -> call.identity().hasAny("/access/groups/" + group, anyOf));
  }

  private static void shapeRow(RoutedCall call, Section user, Map<String, @Nullable Object> json) {
    shape(user, json);
    if (call.isTrue("full")) {
      json.put("groups", String.join(",", config(call).groupsOf(user.id())));
      List<Object> tokens = TokenRoutes.rows(config(call), user.id());
      json.put("tokens", tokens.isEmpty() ? null : tokens);
    }
    Section realm = config(call).realms().find(realm(user.id()));
    if (realm != null) {
      json.put("realm-type", realm.text("type"));
    }
    TfaState.of(call, user.id()).addLocks(json);
  }

  // user.cfg separates the fields with colons: an address is defined if a later field is.
  private static void shape(Section user, Map<String, @Nullable Object> json) {
    for (String option : List.of("firstname", "lastname", "comment", "keys", "email")) {
      if (user.text(option, "").isEmpty()) {
        json.remove(option);
      }
    }
    if (json.containsKey("comment") || json.containsKey("keys")) {
      json.putIfAbsent("email", "");
    }
    json.putIfAbsent("expire", 0);
  }

  private static void prepare(SectionChange change) {
    for (String group : change.deletes() ? List.<String>of() : change.call().list("groups")) {
      if (!config(change.call()).groups().has(group)) {
        throw RefusalException.failure("no such group '" + group + "'");
      }
    }
    String password = change.call().text("password");
    if (change.creates() && password != null) {
      setPassword(change.call(), change.section().id(), password);
    }
  }

  private static void store(SectionChange change) {
    RoutedCall call = change.call();
    String user = change.section().id();
    if (change.deletes()) {
      call.cluster().accounts().removeUser(user);
      TfaState.of(call, user).remove();
      return;
    }
    if (call.has("groups") && !call.isTrue("append")) {
      config(call).leaveGroups(user);
    }
    call.list("groups").forEach(group -> config(call).join(user, group));
  }

  private static @Nullable Object changePassword(RoutedCall call) {
    String user = call.required("userid");
    confirm(call, "confirmation-password");
    if (!call.identity().isRoot()
        && !call.identity().id().equals(user)
        && realm(user).equals("pam")) {
      throw RefusalException.forbidden("");
    }
    setPassword(call, user, call.required("password"));
    return null;
  }

  /**
   * Refuses a change of another user's secrets without the caller's own password
   * (reauth_user_for_user_modification).
   */
  static void confirm(RoutedCall call, String parameter) {
    String user = call.required("userid");
    if (!config(call).users().has(user)) {
      throw RefusalException.failure("no such user ('" + user + "')");
    }
    if (call.identity().isRoot()) {
      return;
    }
    if (user.equals("root@pam")) {
      throw RefusalException.forbidden("");
    }
    String password = call.text(parameter);
    if (password == null) {
      throw RefusalException.parameter(parameter, "password is required to modify user");
    }
    Accounts accounts = call.cluster().accounts();
    if (!accounts.isPassword(call.identity().id(), password)) {
      throw RefusalException.failure(
          accounts.hasPassword(call.identity().id()) ? "invalid credentials" : "no password set");
    }
  }

  private static void setPassword(RoutedCall call, String user, String password) {
    Section realm = config(call).realms().find(realm(user));
    if (realm == null) {
      throw RefusalException.failure("auth domain '" + realm(user) + "' does not exist");
    }
    String type = realm.text("type", "");
    if (!type.equals("pve") && !type.equals("pam")) {
      throw RefusalException.failure("can't set password on auth type '" + type + "'");
    }
    call.cluster().accounts().setPassword(user, password);
  }

  static String realm(String user) {
    return user.substring(user.lastIndexOf('@') + 1);
  }

  private static UserConfig config(RoutedCall call) {
    return call.cluster().accounts().config();
  }
}
