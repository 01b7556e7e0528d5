package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The name of an API token within its user, such as {@code build} in {@code ci@pve!build}. */
public final class TokenName extends Identifier<TokenName> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9.\\-_]+");

  private TokenName(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static TokenName of(String value) {
    return new TokenName(
        checked(value, RULE, "token name: a letter, then letters, digits, '.', '-' and '_'"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static TokenName read(String value) {
    return new TokenName(value);
  }
}
