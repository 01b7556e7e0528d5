package io.github.proxmoxmpc.api.auth;

import io.github.proxmoxmpc.api.value.TokenId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An API token. Create it once in Proxmox VE (Datacenter, Permissions, API Tokens). The client
 * sends it with every call, so there is no session that could expire.
 *
 * @param id the token id: {@code user@realm!tokenid}
 * @param secret the secret, which Proxmox VE generates as a UUID
 */
public record ApiToken(TokenId id, Secret secret) implements Credentials {
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

  private static final String SCHEME = "PVEAPIToken=";

  private static final String FORM = "an API token has the form user@realm!tokenid=secret";

  /**
   * Checks the secret, and that the id can be encoded.
   *
   * @throws IllegalArgumentException if a request cannot carry the id or the secret; the message
   *     does not show the secret
   */
  public ApiToken {
    // Only the server knows the secret. This finds one that was pasted with a line feed or cut off.
    if (!SECRET.matcher(secret.reveal()).matches()) {
      throw new IllegalArgumentException(
          "The secret of the API token "
              + id
              + " is empty, or contains blanks, control characters or letters beyond ASCII");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(id.value())) {
      throw new IllegalArgumentException(
          "The id of the API token " + id + " contains half of a surrogate pair");
    }
  }

  /**
   * Creates a token from its two parts.
   *
   * @param id the token id: {@code user@realm!tokenid}
   * @throws IllegalArgumentException if the id or the secret is malformed; the message does not
   *     show the secret
   */
  public static ApiToken of(String id, Secret secret) {
    return new ApiToken(id(id), secret);
  }

  /**
   * Parses {@code user@realm!tokenid=secret}, with or without a leading {@code PVEAPIToken=}.
   *
   * @throws IllegalArgumentException if the text has another form; the message does not show it
   */
  public static ApiToken parse(String text) {
    String token = text.strip();
    if (token.startsWith(SCHEME)) {
      token = token.substring(SCHEME.length());
    }
    // PVE::AccessControl::verify_token splits at the same place.
    int equals = token.lastIndexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "Cannot parse the API token: it has no '=' between id and secret; " + FORM);
    }
    return of(token.substring(0, equals), Secret.of(token.substring(equals + 1)));
  }

  @Override
  public String identity() {
    return id.value();
  }

  private static TokenId id(String text) {
    // An id without '@' and '!' may be the secret in the wrong place, so the message hides it.
    if (text.indexOf('@') < 1 || text.indexOf('!') < 1) {
      throw new IllegalArgumentException(
          "The id of the API token does not have the form user@realm!tokenid");
    }
    if (text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "The id of the API token must not begin with '" + SCHEME + "': leave that out");
    }
    return TokenId.of(text);
  }
}
