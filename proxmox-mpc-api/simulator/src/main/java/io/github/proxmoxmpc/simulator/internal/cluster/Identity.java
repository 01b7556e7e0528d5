package io.github.proxmoxmpc.simulator.internal.cluster;

import io.github.proxmoxmpc.simulator.internal.account.Privileges;
import java.util.Map;

/**
 * A caller: a user with a ticket, a token, or nobody.
 *
 * @param id {@code root@pam} or {@code root@pam!ci}, empty for nobody
 * @param privileges the privileges by path
 */
public record Identity(String id, Privileges privileges) {
  /** A caller who is not authenticated. */
  public static final Identity NOBODY = new Identity("", path -> Map.of());

  /** Creates an identity with all privileges. */
  public static Identity unrestricted(String id) {
    return new Identity(id, Privileges.ALL);
  }

  /** Returns whether the caller is a token. */
  public boolean isToken() {
    return id.indexOf('!') >= 0;
  }

  /** Returns whether the caller is the superuser with a ticket. A token of root@pam is not. */
  public boolean isRoot() {
    return id.equals("root@pam");
  }

  /** Returns whether the caller has a privilege on a path. */
  public boolean has(String path, String privilege) {
    return privileges.on(path).containsKey(privilege);
  }

  /** Returns whether the caller has at least one of these privileges on a path. */
  public boolean hasAny(String path, String... anyOf) {
    Map<String, Boolean> here = privileges.on(path);
    for (String privilege : anyOf) {
      if (here.containsKey(privilege)) {
        return true;
      }
    }
    return false;
  }
}
