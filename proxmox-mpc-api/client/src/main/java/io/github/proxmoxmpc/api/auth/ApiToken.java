package io.github.proxmoxmpc.api.auth;

import io.github.proxmoxmpc.api.value.TokenId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An API token: made once in Proxmox VE (Datacenter, Permissions, API Tokens), sent with every
 * call, and free of sessions.
 *
 * @param id who it is: {@code user@realm!tokenid}
 * @param secret what proves it; Proxmox VE makes it a UUID
 */
public record ApiToken(TokenId id, Secret secret) implements Credentials {
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

  private static final String SCHEME = "PVEAPIToken=";

  private static final String FORM = "an API token is written user@realm!tokenid=secret";

  /**
   * Checks the secret, and that the id can be encoded.
   *
   * @throws IllegalArgumentException if a request cannot carry them; the secret is not shown
   */
  public ApiToken {
    // The server is the judge; this finds what was cut off or pasted with its line feed.
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
   * Makes a token from its two parts.
   *
   * @param id who it is: {@code user@realm!tokenid}
   * @param secret what proves it
   * @throws IllegalArgumentException if one of them has another form; the secret is not shown
   */
  public static ApiToken of(String id, Secret secret) {
    return new ApiToken(id(id), secret);
  }

  /**
   * Reads {@code user@realm!tokenid=secret}; a leading {@code PVEAPIToken=} is taken off.
   *
   * @throws IllegalArgumentException if the text has another form; the text is not shown
   */
  public static ApiToken parse(String text) {
    String token = text.strip();
    if (token.startsWith(SCHEME)) {
      token = token.substring(SCHEME.length());
    }
    // PVE::AccessControl::verify_token parts them there, too.
    int equals = token.lastIndexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("No '=' between id and secret: " + FORM);
    }
    return of(token.substring(0, equals), Secret.of(token.substring(equals + 1)));
  }

  @Override
  public String identity() {
    return id.value();
  }

  private static TokenId id(String text) {
    // An id without '@' and '!' may be the secret, put in the wrong place: it is not shown.
    if (text.indexOf('@') < 1 || text.indexOf('!') < 1) {
      throw new IllegalArgumentException(
          "The id of the API token is not of the form user@realm!tokenid");
    }
    if (text.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "The id of the API token begins behind '" + SCHEME + "': leave that out");
    }
    return TokenId.of(text);
  }
}
