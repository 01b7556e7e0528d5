package io.github.proxmoxmpc.simulator.internal.authentication;

import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authenticates requests by the header of an API token or by a ticket in a cookie. */
public final class Authenticator {
  // extract_auth_value of PVE::APIServer::Formatter 9.2.
  private static final Pattern TICKET = Pattern.compile("(?:^|\\s)PVEAuthCookie[= ]([^;]*)");
  private static final Pattern TOKEN = Pattern.compile("(?:^|\\s)PVEAPIToken[= ]([^;]*)");

  private static final Pattern ESCAPED = Pattern.compile("(?:[^%]|%[0-9a-fA-F]{2})*");

  // Forms of browsers cannot send the header against forgery.
  private static final Pattern UPLOAD =
      Pattern.compile("/api2/+[a-z][a-z0-9]+/nodes/[^/]+/storage/[^/]+/upload(?:\\?.*)?");

  private final Accounts accounts;
  private final Tickets tickets;

  /** Creates an authenticator for these accounts. */
  public Authenticator(Accounts accounts, Tickets tickets) {
    this.accounts = accounts;
    this.tickets = tickets;
  }

  /**
   * Returns the caller.
   *
   * @throws UnauthenticatedException if the request has no credentials, or wrong ones
   */
  public Identity identify(SimulatorRequest request) {
    Optional<String> ticket =
        value(request, "Cookie", TICKET).or(() -> value(request, "Authorization", TICKET));
    if (ticket.isEmpty()) {
      return byToken(
          value(request, "Authorization", TOKEN).orElseThrow(UnauthenticatedException::noTicket));
    }
    Identity user =
        tickets
            .verify(ticket.get())
            .flatMap(accounts::user)
            .orElseThrow(UnauthenticatedException::failed);
    boolean isUpload =
        request.method().equals("POST") && UPLOAD.matcher(request.target()).matches();
    if (!request.method().equals("GET")
        && !isUpload
        && !request
            .header("CSRFPreventionToken")
            .filter(csrf -> tickets.isCsrfToken(csrf, user.id()))
            .isPresent()) {
      throw UnauthenticatedException.forged();
    }
    return user;
  }

  private Identity byToken(String value) {
    int equals = value.indexOf('=');
    if (equals < 0) {
      throw UnauthenticatedException.failed();
    }
    return accounts
        .byToken(value.substring(0, equals), value.substring(equals + 1))
        .orElseThrow(UnauthenticatedException::failed);
  }

  private static Optional<String> value(SimulatorRequest request, String header, Pattern key) {
    return request
        .header(header)
        .map(key::matcher)
        .filter(Matcher::find)
        .map(found -> unescaped(found.group(1)))
        .filter(value -> !value.isEmpty());
  }

  // Some clients send the value as it is, some percent-encode it. A plus is no space.
  private static String unescaped(String value) {
    return ESCAPED.matcher(value).matches()
        ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8)
        : value;
  }
}
