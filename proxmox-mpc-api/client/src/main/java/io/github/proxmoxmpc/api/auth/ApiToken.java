package io.github.proxmoxmpc.api.auth;

import java.util.regex.Pattern;

/**
 * An API token: made once in Proxmox VE (Datacenter, Permissions, API Tokens), sent with every
 * call, and free of sessions.
 *
 * @param id who it is: {@code user@realm!tokenid}
 * @param secret what proves it; Proxmox VE makes it a UUID
 */
public record ApiToken(String id, Secret secret) implements Credentials {
  // As TokenId's rule, but for names of a single letter, which a server refuses to make.
  private static final Pattern ID =
      Pattern.compile("[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]*![A-Za-z][A-Za-z0-9.\\-_]*");

  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");

  private static final String FORM = "an API token is written user@realm!tokenid=secret";

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the id or the secret cannot be one; the secret is not shown
   */
  public ApiToken {
    // The server is the judge; this finds swapped and truncated values early.
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "The id of the API token is not of the form user@realm!tokenid" + shown(id));
    }
    if (!SECRET.matcher(secret.reveal()).matches()) {
      throw new IllegalArgumentException(
          "The secret of the API token " + id + " is empty or holds blanks or control characters");
    }
  }

  /**
   * Makes a token from its two parts.
   *
   * @param id who it is: {@code user@realm!tokenid}
   * @param secret what proves it
   */
  public static ApiToken of(String id, String secret) {
    return new ApiToken(id, Secret.of(secret));
  }

  /**
   * Reads {@code user@realm!tokenid=secret}; a leading {@code PVEAPIToken=} is taken off.
   *
   * @throws IllegalArgumentException if the text has another form; the text is not shown
   */
  public static ApiToken parse(String text) {
    String token = text.strip();
    if (token.startsWith("PVEAPIToken=")) {
      token = token.substring("PVEAPIToken=".length());
    }
    // PVE::AccessControl::verify_token parts them there, too.
    int equals = token.lastIndexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException("No '=' between id and secret: " + FORM);
    }
    return of(token.substring(0, equals), token.substring(equals + 1));
  }

  @Override
  public String identity() {
    return id;
  }

  // An id without '@' may be the secret, put in the wrong place.
  private static String shown(String id) {
    return id.indexOf('@') > 0 && id.indexOf('!') > 0 ? ": '" + id + "'" : "";
  }
}
