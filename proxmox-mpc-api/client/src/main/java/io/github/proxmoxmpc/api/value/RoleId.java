package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of a role, such as {@code PVEAuditor} (format {@code pve-roleid}). */
public final class RoleId extends Identifier<RoleId> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9.\\-_]+");

  private RoleId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static RoleId of(String value) {
    return new RoleId(checked(value, RULE, "role id: letters, digits, '.', '-' and '_'"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static RoleId read(String value) {
    return new RoleId(value);
  }
}
