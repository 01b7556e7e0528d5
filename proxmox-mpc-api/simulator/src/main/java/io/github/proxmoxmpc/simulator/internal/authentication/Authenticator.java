package io.github.proxmoxmpc.simulator.internal.authentication;

import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Authenticates requests by the header of an API token or by a ticket in a cookie. */
public final class Authenticator {
  private static final String TOKEN = "PVEAPIToken=";
  private static final String COOKIE = "PVEAuthCookie=";

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
    Optional<String> token =
        request
            .header("Authorization")
            .filter(value -> value.startsWith(TOKEN))
            .map(value -> value.substring(TOKEN.length()));
    if (token.isPresent()) {
      return byToken(token.get());
    }
    String ticket = ticket(request).orElseThrow(UnauthenticatedException::noTicket);
    Identity user =
        tickets
            .verify(ticket)
            .flatMap(accounts::user)
            .orElseThrow(UnauthenticatedException::failed);
    boolean isWrite = !request.method().equals("GET");
    if (isWrite
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

  private static Optional<String> ticket(SimulatorRequest request) {
    return request
        .header("Cookie")
        .flatMap(
            cookies ->
                Arrays.stream(cookies.split(";"))
                    .map(String::strip)
                    .filter(cookie -> cookie.startsWith(COOKIE))
                    .map(cookie -> cookie.substring(COOKIE.length()))
                    .findFirst())
        // Some clients send the ticket in the cookie as it is, some percent-encode it.
        .map(
            value ->
                value.contains("%") ? URLDecoder.decode(value, StandardCharsets.UTF_8) : value);
  }
}
