package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of an authentication realm, such as {@code pam} (format {@code pve-realm}). */
public final class RealmId extends Identifier<RealmId> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9.\\-_]{1,31}");

  private RealmId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static RealmId of(String value) {
    return new RealmId(
        checked(
            value, RULE, "realm: a letter, then letters, digits, '.', '-' and '_', 32 at most"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static RealmId read(String value) {
    return new RealmId(value);
  }
}
