package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of a role, such as {@code PVEAuditor} (format {@code pve-roleid}). */
public final class RoleId extends Identifier<RoleId> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9.\\-_]+");

  private RoleId(String value) {
    super(value);
  }

  /**
   * Makes it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static RoleId of(String value) {
    return new RoleId(checked(value, RULE, "role id: letters, digits, '.', '-' and '_'"));
  }

  /** As the server sent it, whatever it is. */
  public static RoleId asSent(String value) {
    return new RoleId(value);
  }
}
