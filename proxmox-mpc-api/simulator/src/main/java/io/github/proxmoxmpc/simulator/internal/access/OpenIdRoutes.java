package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code /access/openid}. The estate's data for {@code /access/openid/login} takes the place of the
 * provider: the claims of a user by authorization code, {@code {"CODE": {"sub": "eve"}}}.
 */
final class OpenIdRoutes {
  private static final String STATES = "/access/openid/states";
  private static final String CODES = "/access/openid/login";

  private final Tickets tickets;

  private OpenIdRoutes(Tickets tickets) {
    this.tickets = tickets;
  }

  static void addTo(Routes routes, Tickets tickets) {
    OpenIdRoutes openId = new OpenIdRoutes(tickets);
    routes
        .on("POST /access/openid/auth-url", OpenIdRoutes::authorizationUrl)
        .on("POST /access/openid/login", openId::logIn);
  }

  private static String authorizationUrl(RoutedCall call) {
    Section realm = realm(call, call.required("realm"));
    String state = call.cluster().newUuid();
    call.cluster().sections().file(STATES).put(new Section(state).set("realm", realm.id()));
    StringBuilder url =
        new StringBuilder(realm.text("issuer-url", "").replaceFirst("/$", ""))
            .append("/authorize?response_type=code&client_id=")
            .append(encoded(realm.text("client-id", "")))
            .append("&state=")
            .append(state)
            .append("&redirect_uri=")
            .append(encoded(call.required("redirect-url")))
            .append("&scope=")
            .append(encoded("openid " + realm.text("scopes", "email profile")))
            .append("&nonce=")
            .append(call.cluster().newUuid());
    if (realm.has("prompt")) {
      url.append("&prompt=").append(encoded(realm.text("prompt", "")));
    }
    if (realm.has("acr-values")) {
      url.append("&acr_values=").append(encoded(realm.text("acr-values", "")));
    }
    return url.toString();
  }

  private static Section realm(RoutedCall call, String name) {
    Section realm = call.cluster().accounts().config().realms().find(name);
    if (realm == null) {
      throw RefusalException.failure("authentication domain '" + name + "' does not exist");
    }
    String type = realm.text("type", "");
    if (!type.equals("openid")) {
      throw RefusalException.failure("wrong realm type (" + type + " != openid)");
    }
    return realm;
  }

  private Map<String, @Nullable Object> logIn(RoutedCall call) {
    SectionFile states = call.cluster().sections().file(STATES);
    Section state = states.find(call.required("state"));
    Object claims = JsonCodec.object(call.cluster().data().get(CODES)).get(call.required("code"));
    if (state == null || claims == null) {
      throw SignInRoutes.failure();
    }
    states.remove(state.id());
    Section realm = realm(call, state.text("realm", ""));
    Map<String, @Nullable Object> info = JsonCodec.object(claims);
    String claim = realm.text("username-claim", "sub");
    Object name =
        info.get(claim.equals("username") ? "preferred_username" : claim.replace("subject", "sub"));
    if (name == null) {
      throw SignInRoutes.failure();
    }
    String user = name + "@" + realm.id();
    Accounts accounts = call.cluster().accounts();
    if (realm.isTrue("autocreate") && !accounts.config().users().has(user)) {
      accounts
          .config()
          .users()
          .put(
              new Section(user)
                  .set("enable", "1")
                  .set("email", info.get("email"))
                  .set("firstname", info.get("given_name"))
                  .set("lastname", info.get("family_name")));
    }
    if (!accounts.isEnabled(user)) {
      throw SignInRoutes.failure();
    }
    join(accounts.config(), realm, user, info);
    return SignInRoutes.session(call, tickets, user);
  }

  private static void join(
      UserConfig config, Section realm, String user, Map<String, @Nullable Object> info) {
    String claim = realm.text("groups-claim");
    if (claim == null || !info.containsKey(claim)) {
      return;
    }
    Set<String> groups = new HashSet<>();
    JsonCodec.array(info.get(claim)).forEach(name -> groups.add(name + "-" + realm.id()));
    if (realm.isTrue("groups-overwrite")) {
      config.leaveGroups(user);
    }
    for (String group : groups) {
      if (realm.isTrue("groups-autocreate") && !config.groups().has(group)) {
        config.groups().put(new Section(group));
      }
      config.join(user, group);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
