package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Tasks;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizes the users and groups of a realm. The estate's data for {@code
 * /access/domains/{realm}/sync} takes the place of the LDAP server: {@code {"users": {"eve":
 * {"email": "…"}}, "groups": {"staff": ["eve"]}}}.
 */
final class RealmSync {
  private RealmSync() {}

  static void addTo(Routes routes) {
    routes.on("POST /access/domains/{realm}/sync", RealmSync::start);
  }

  private static String start(RoutedCall call) {
    String name = call.required("realm");
    Section realm = call.cluster().accounts().config().realms().find(name);
    if (realm == null) {
      throw RefusalException.parameter("realm", "Realm does not exist.");
    }
    String type = realm.text("type", "");
    if (!type.equals("ldap") && !type.equals("ad")) {
      throw RefusalException.failure(
          "Cannot sync realm type '" + type + "'! Only LDAP/AD realms can be synced.");
    }
    StringBuilder given = new StringBuilder(realm.text("sync-defaults-options", ""));
    for (String option : List.of("scope", "enable-new", "remove-vanished", "full", "purge")) {
      if (call.has(option)) {
        given.append(',').append(option).append('=').append(call.text(option));
      }
    }
    SyncOptions options = SyncOptions.parse(given.toString());
    if (!options.values().containsKey("scope")) {
      throw RefusalException.parameter(
          "scope", "Not passed as parameter and not defined in realm default sync options.");
    }
    boolean isTest = call.isTrue("dry-run");
    Object directory = call.cluster().data().get("/access/domains/" + name + "/sync");
    String node = call.cluster().nodes().firstKey();
    return call.cluster()
        .tasks()
        .start(
            new Tasks.Order(
                node,
                isTest ? "auth-realm-sync-test" : "auth-realm-sync",
                name,
                call.identity().id()),
            task -> {
              task.log((isTest ? "(dry test run) " : "") + "starting sync for realm " + name);
              if (directory == null) {
                throw new TaskFailure("Can't contact LDAP server");
              }
              String scope = options.values().getOrDefault("scope", "both");
              String objects = scope.equals("both") ? "users and groups" : scope;
              task.log("got data from server, updating " + objects);
              if (isTest) {
                task.log("");
                task.log("NOTE: Dry test run, changes were NOT written to the configuration.");
                return;
              }
              new Run(call.cluster().accounts(), name, options).apply(directory);
              task.log("successfully updated " + objects + " configuration");
            });
  }

  /** One synchronization. */
  private record Run(Accounts accounts, String realm, SyncOptions options) {
    void apply(Object directory) {
      String scope = options.values().getOrDefault("scope", "both");
      Map<String, @Nullable Object> users =
          JsonCodec.object(JsonCodec.object(directory).get("users"));
      if (!scope.equals("groups")) {
        applyUsers(users);
      }
      if (!scope.equals("users")) {
        applyGroups(JsonCodec.object(JsonCodec.object(directory).get("groups")));
      }
    }

    private void applyUsers(Map<String, @Nullable Object> users) {
      UserConfig config = accounts.config();
      for (String id : config.users().ids()) {
        boolean isOurs = UserRoutes.realm(id).equals(realm);
        boolean vanished = isOurs && !users.containsKey(id.substring(0, id.lastIndexOf('@')));
        if (vanished && options.removes("entry")) {
          config.users().remove(id);
          config.removeTokens(id);
        }
        if (vanished && options.removes("acl")) {
          config.removeEntries(entry -> entry.type().equals("user") && entry.id().equals(id));
        }
      }
      users.forEach(
          (name, attributes) -> {
            String id = name + "@" + realm;
            Section old = config.users().find(id);
            Section user = old == null || options.removes("properties") ? new Section(id) : old;
            String enable =
                old == null
                    ? options.values().getOrDefault("enable-new", "1")
                    : old.text("enable", "0");
            user.set("enable", enable);
            JsonCodec.object(attributes).forEach(user::set);
            config.users().put(user);
          });
    }

    private void applyGroups(Map<String, @Nullable Object> groups) {
      UserConfig config = accounts.config();
      for (String id : config.groups().ids()) {
        boolean isOurs = id.endsWith("-" + realm);
        boolean vanished =
            isOurs && !groups.containsKey(id.substring(0, id.length() - realm.length() - 1));
        if (vanished && options.removes("entry")) {
          config.groups().remove(id);
        }
        if (vanished && options.removes("acl")) {
          config.removeEntries(entry -> entry.type().equals("group") && entry.id().equals(id));
        }
      }
      groups.forEach(
          (name, members) -> {
            String id = name + "-" + realm;
            Section old = config.groups().find(id);
            Section group = old == null || options.removes("properties") ? new Section(id) : old;
            group.set(
                "users",
                JsonCodec.array(members).stream().map(user -> user + "@" + realm).toList());
            config.groups().put(group);
          });
    }
  }
}
