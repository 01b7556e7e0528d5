package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /access/domains}: realms, after PVE::API2::Domains and PVE::Auth. */
final class RealmRoutes {
  private static final String COMMON = "default comment tfa";
  private static final String DIRECTORY =
      COMMON
          + " server2 bind_dn port secure sslversion verify capath cert certkey filter"
          + " sync_attributes user_classes group_dn group_name_attr group_filter group_classes"
          + " sync-defaults-options mode case-sensitive base_dn user_attr";
  private static final String OPENID =
      "client-key autocreate username-claim groups-claim groups-autocreate groups-overwrite prompt"
          + " scopes acr-values audiences default comment query-userinfo";

  private RealmRoutes() {}

  static void addTo(Routes routes) {
    routes.on("GET /access/domains", RealmRoutes::list);
    SectionRoutes.addTo(routes, realms());
    routes
        .wrap("PUT /access/domains/{realm}", RealmRoutes::refusingNoOptions)
        .wrap("DELETE /access/domains/{realm}", RealmRoutes::refusingUnknownRealm);
  }

  private static SectionType realms() {
    return SectionType.at("/access/domains/{realm}")
        .failing("auth server")
        .createVerb("add")
        .exists("domain '%s' already exists")
        .missing("domain '%s' does not exist")
        // The server keeps passwords in a file of their own, and ignores those of other types.
        .controls("check-connection password")
        .unknownOption(option -> null)
        .kindOption("type")
        .kind("pam", new SectionKind(Set.of(), words(COMMON)))
        .kind("pve", new SectionKind(Set.of(), words(COMMON)))
        .kind("ad", SectionKind.requiring("server1", "domain").allowing(DIRECTORY))
        .kind("ldap", SectionKind.requiring("server1", "base_dn", "user_attr").allowing(DIRECTORY))
        .kind("openid", SectionKind.requiring("issuer-url", "client-id").allowing(OPENID))
        .fixed("username-claim")
        .digest()
        .item(
            (call, realm, json) -> {
              json.remove("realm");
              if (realm.id().equals("pam")) {
                json.put("plugin", "PVE::Auth::PAM");
              }
            })
        .check(RealmRoutes::check)
        .then(RealmRoutes::keepOneDefault);
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.split(" ")));
  }

  private static void check(SectionChange change) {
    Section realm = change.section();
    String type = realm.text("type", "");
    if (change.creates() && (type.equals("pam") || type.equals("pve"))) {
      throw RefusalException.failure("unable to create builtin type '" + type + "'");
    }
    boolean isDirectory = type.equals("ldap") || type.equals("ad");
    if (change.call().has("check-connection") && !isDirectory && !change.deletes()) {
      throw RefusalException.failure(
          "'check-connection' parameter can only be set for realms of type 'ldap' or 'ad'");
    }
    String options = realm.text("sync-defaults-options");
    if (isDirectory && options != null && !change.deletes()) {
      realm.set("sync-defaults-options", SyncOptions.parse(options).text());
    }
  }

  private static void keepOneDefault(SectionChange change) {
    Section after = change.after();
    if (after != null && change.call().isTrue("default")) {
      for (Section other : config(change.call()).realms().all()) {
        if (!other.id().equals(after.id())) {
          other.set("default", null);
        }
      }
    }
    Section changed = change.section();
    if (changed.id().equals("pve") || changed.id().equals("pam")) {
      // The server adds the built-in realms each time it reads the file.
      Section kept = after == null ? new Section(changed.id()).set("type", changed.id()) : after;
      kept.set("comment", kept.text("comment", comment(changed.id())));
      config(change.call()).realms().put(kept);
    }
  }

  private static String comment(String realm) {
    return realm.equals("pam")
        ? "Linux PAM standard authentication"
        : "Proxmox VE authentication server";
  }

  private static Handler refusingNoOptions(Handler next) {
    return call -> {
      boolean isEmpty =
          Set.of("realm", "digest", "check-connection").containsAll(call.parameters().keySet());
      if (isEmpty && config(call).realms().has(call.required("realm"))) {
        throw RefusalException.failure("update auth server failed: no options specified");
      }
      return next.handle(call);
    };
  }

  private static Handler refusingUnknownRealm(Handler next) {
    return call -> {
      String realm = call.required("realm");
      if (!config(call).realms().has(realm)) {
        throw RefusalException.failure(
            "delete auth server failed: authentication domain '" + realm + "' does not exist");
      }
      return next.handle(call);
    };
  }

  private static List<Object> list(RoutedCall call) {
    return config(call).realms().all().stream()
        .<Object>map(
            realm -> {
              String comment = realm.text("comment", "");
              String tfa = realm.text("tfa");
              return new JsonMap()
                  .put("realm", realm.id())
                  .put("type", realm.text("type"))
                  .putIfPresent("comment", comment.isEmpty() ? null : comment)
                  .putIfPresent("default", realm.isTrue("default") ? 1 : null)
                  .putIfPresent("tfa", tfa == null ? null : TfaRoutes.tfaType(tfa))
                  .build();
            })
        .toList();
  }

  private static UserConfig config(RoutedCall call) {
    return call.cluster().accounts().config();
  }
}
