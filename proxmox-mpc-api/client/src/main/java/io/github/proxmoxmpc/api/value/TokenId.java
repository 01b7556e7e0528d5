package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** An API token with its user, such as {@code ci@pve!build} (format {@code pve-tokenid}). */
public final class TokenId extends Identifier<TokenId> {
  private static final Pattern RULE =
      Pattern.compile(
          "[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]+![A-Za-z][A-Za-z0-9.\\-_]+",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** An id with text pasted after it, mostly the secret. */
  private static final Pattern WITH_MORE = Pattern.compile("(?s)^(.*?@.*?![A-Za-z0-9.\\-_]*+).+$");

  private TokenId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server; text after an id is
   *     not shown
   */
  public static TokenId of(String value) {
    boolean isId = RULE.matcher(value).matches();
    String shown = isId ? value : WITH_MORE.matcher(value).replaceFirst("$1***");
    return new TokenId(
        checked(shown, RULE, "token id: written user@realm!name, without its secret"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static TokenId read(String value) {
    return new TokenId(value);
  }

  /** Creates the id from its two parts. */
  public static TokenId of(UserId user, TokenName name) {
    return new TokenId(user + "!" + name);
  }

  /** Returns the user for whom the token acts. */
  public UserId user() {
    return UserId.read(value().substring(0, Math.max(0, value().lastIndexOf('!'))));
  }

  /** Returns the name of the token within its user. */
  public TokenName name() {
    return TokenName.read(value().substring(value().lastIndexOf('!') + 1));
  }
}
