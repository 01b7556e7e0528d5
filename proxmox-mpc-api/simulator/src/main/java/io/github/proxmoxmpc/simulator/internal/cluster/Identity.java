package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller: a user with a ticket, or a token.
 *
 * @param id {@code root@pam} or {@code root@pam!ci}
 * @param privileges privileges by path, or null for all
 */
public record Identity(String id, @Nullable Map<String, Set<String>> privileges) {

  /** Creates an identity with all privileges. */
  public static Identity unrestricted(String id) {
    return new Identity(id, null);
  }

  /** Returns whether the caller is a token. */
  public boolean isToken() {
    return id.indexOf('!') >= 0;
  }

  /** Returns whether the caller is the superuser with a ticket. A token of root@pam is not. */
  public boolean isRoot() {
    return id.equals("root@pam");
  }

  /**
   * Returns whether the caller has a privilege on a path, directly or inherited from a parent path.
   */
  public boolean has(String path, String privilege) {
    if (privileges == null) {
      return true;
    }
    String at = path;
    while (true) {
      Set<String> here = privileges.get(at.isEmpty() ? "/" : at);
      if (here != null) {
        return here.contains(privilege);
      }
      if (at.isEmpty() || at.equals("/")) {
        return false;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
  }
}
