package io.github.proxmoxmpc.simulator.internal.account;

import java.util.Comparator;
import java.util.List;

/**
 * An entry of the access control list.
 *
 * @param path the path, normalized
 * @param type {@code user}, {@code group} or {@code token}
 * @param id the user, group or token
 * @param role the role
 * @param propagates whether it also applies to the paths below
 */
public record AclEntry(String path, String type, String id, String role, boolean propagates) {
  private static final List<String> TYPES = List.of("user", "group", "token");

  /** The order in which the server lists entries: the tree of paths, then users before groups. */
  public static final Comparator<AclEntry> LISTED =
      Comparator.comparing((AclEntry entry) -> entry.path().replace('/', '\1'))
          .thenComparing(entry -> TYPES.indexOf(entry.type()))
          .thenComparing(AclEntry::id)
          .thenComparing(AclEntry::role);

  String key() {
    return String.join(" ", path, type, id, role);
  }
}
