package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a user by ticket, or a token.
 *
 * @param id {@code root@pam} or {@code root@pam!ci}
 * @param privileges what it may, by path; null if all
 */
public record Identity(String id, @Nullable Map<String, Set<String>> privileges) {

  /** One that may do everything. */
  public static Identity unrestricted(String id) {
    return new Identity(id, null);
  }

  /** If it is a token and not a user. */
  public boolean isToken() {
    return id.indexOf('!') >= 0;
  }

  /** If it is the superuser with a ticket; a token of root@pam is not. */
  public boolean isRoot() {
    return id.equals("root@pam");
  }

  /** If it has a privilege on a path, there or inherited from above. */
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
