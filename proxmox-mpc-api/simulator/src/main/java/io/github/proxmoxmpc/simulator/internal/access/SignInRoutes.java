package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.AclPaths;
import io.github.proxmoxmpc.simulator.internal.authentication.Tickets;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterLog;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Log-in with password, second factor or ticket, after PVE::API2::AccessControl. */
final class SignInRoutes {
  private final Tickets tickets;

  private SignInRoutes(Tickets tickets) {
    this.tickets = tickets;
  }

  static void addTo(Routes routes, Tickets tickets) {
    SignInRoutes routesOf = new SignInRoutes(tickets);
    routes
        .on("GET /access/ticket", call -> null)
        .on("POST /access/ticket", routesOf::logIn)
        .on("POST /access/vncticket", routesOf::checkConsole);
  }

  /** The server never says why a log-in fails. */
  static RefusalException failure() {
    return new RefusalException(401, "authentication failure");
  }

  private Map<String, @Nullable Object> logIn(RoutedCall call) {
    String name = call.required("username");
    String realm = call.text("realm");
    String user = realm == null ? name : name + "@" + realm;
    if (!call.cluster().accounts().isEnabled(user)) {
      throw failure();
    }
    String password = call.required("password");
    if (call.has("path") && call.has("privs")) {
      boolean isTicket = isTicketOf(user, password, user) || isConsoleOf(call, user);
      if (!isTicket && authenticate(call, user) != null) {
        throw failure();
      }
      requirePrivileges(call, user);
      return withCapabilities(call, user, new JsonMap().put("username", user));
    }
    // A ticket in place of the password renews it; root@pam may also switch to another user.
    boolean isTicket =
        !call.has("tfa-challenge")
            && (isTicketOf(user, password, user) || isTicketOf(user, password, "root@pam"));
    String challenge = isTicket ? null : authenticate(call, user);
    if (challenge != null) {
      JsonMap result =
          new JsonMap()
              .put("username", user)
              .put("ticket", tickets.issueChallenge(user, challenge))
              .put("CSRFPreventionToken", tickets.issueCsrfToken(user))
              .put("NeedTFA", 1);
      return withClusterName(call, user, result);
    }
    return session(call, tickets, user);
  }

  /** Returns the result of a successful log-in. */
  static Map<String, @Nullable Object> session(RoutedCall call, Tickets tickets, String user) {
    call.cluster()
        .log()
        .add(
            new ClusterLog.Event(
                call.cluster().now(), user, "successful auth for user '" + user + "'"));
    return withCapabilities(
        call,
        user,
        new JsonMap()
            .put("username", user)
            .put("ticket", tickets.issue(user))
            .put("CSRFPreventionToken", tickets.issueCsrfToken(user)));
  }

  private static Map<String, @Nullable Object> withCapabilities(
      RoutedCall call, String user, JsonMap result) {
    Accounts accounts = call.cluster().accounts();
    result.put("cap", PermissionRoutes.capabilities(accounts, accounts.identity(user)));
    return withClusterName(call, user, result);
  }

  private static Map<String, @Nullable Object> withClusterName(
      RoutedCall call, String user, JsonMap result) {
    Identity identity = call.cluster().accounts().identity(user);
    if (call.cluster().nodes().size() > 1 && identity.has("/", "Sys.Audit")) {
      result.put("clustername", call.cluster().name());
    }
    return result.build();
  }

  /** Returns the challenge of the second factor, or null if the user is authenticated. */
  private @Nullable String authenticate(RoutedCall call, String user) {
    Accounts accounts = call.cluster().accounts();
    Section realm = accounts.config().realms().find(UserRoutes.realm(user));
    TfaState tfa = TfaState.of(call, user);
    String secret = call.required("password");
    String ticket = call.text("tfa-challenge");
    if (realm == null) {
      throw failure();
    }
    if (ticket != null) {
      if (call.has("otp") || !tickets.isChallenge(ticket, user) || !tfa.verify(secret)) {
        throw failure();
      }
      return null;
    }
    if (!accounts.isPassword(user, secret)) {
      throw failure();
    }
    String challenge = tfa.challenge();
    String response = call.text("otp");
    if (challenge == null && (response != null || realm.has("tfa"))) {
      throw failure();
    }
    if (response == null) {
      return challenge;
    }
    if (!tfa.verify(response)) {
      throw failure();
    }
    return null;
  }

  private boolean isTicketOf(String user, String text, String owner) {
    return tickets.verify(text).filter(owner::equals).isPresent() && !user.isEmpty();
  }

  private boolean isConsoleOf(RoutedCall call, String user) {
    String path = AclPaths.normalize(call.text("path", ""));
    return tickets.isConsole(call.required("password"), user + ":" + path);
  }

  private @Nullable Object checkConsole(RoutedCall call) {
    String user = call.required("authid");
    String path = AclPaths.normalize(call.required("path"));
    String port = call.text("port");
    String purpose = user + ":" + path + (port == null ? "" : ":" + port);
    if (!tickets.isConsole(call.required("vncticket"), purpose)) {
      throw failure();
    }
    requirePrivileges(call, user);
    return null;
  }

  private static void requirePrivileges(RoutedCall call, String user) {
    String path = AclPaths.normalize(call.text("path", ""));
    List<String> privileges = ParameterCheck.split(call.text("privs", ""));
    Identity identity = call.cluster().accounts().identity(user);
    if (path == null
        || privileges.isEmpty()
        || !privileges.stream().allMatch(privilege -> identity.has(path, privilege))) {
      throw failure();
    }
  }
}
