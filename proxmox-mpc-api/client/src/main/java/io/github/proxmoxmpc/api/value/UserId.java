package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user with its realm, such as {@code root@pam} (format {@code pve-userid}): at most 64
 * characters.
 */
public final class UserId extends Identifier<UserId> {
  // PVE::Auth::Plugin::verify_username 9.2: 3 to 64 characters.
  private static final Pattern RULE =
      Pattern.compile(
          "(?=.{3,64}\\z)[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]+", Pattern.UNICODE_CHARACTER_CLASS);

  private UserId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static UserId of(String value) {
    return new UserId(checked(value, RULE, "user id: written name@realm, 64 characters at most"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static UserId read(String value) {
    return new UserId(value);
  }

  /** Returns the name within the realm; the whole text if there is no realm. */
  public String name() {
    int at = value().lastIndexOf('@');
    return at < 0 ? value() : value().substring(0, at);
  }

  /** Returns the realm; null if the server sent a user without one. */
  public @Nullable RealmId realm() {
    int at = value().lastIndexOf('@');
    return at < 0 ? null : RealmId.read(value().substring(at + 1));
  }
}
