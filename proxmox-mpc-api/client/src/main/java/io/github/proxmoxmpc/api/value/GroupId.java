package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The id of a group of users, such as {@code admins} (format {@code pve-groupid}). */
public final class GroupId extends Identifier<GroupId> {
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9.\\-_]+");

  private GroupId(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static GroupId of(String value) {
    return new GroupId(checked(value, RULE, "group id: letters, digits, '.', '-' and '_'"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static GroupId read(String value) {
    return new GroupId(value);
  }
}
