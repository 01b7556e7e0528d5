package io.github.proxmoxmpc.simulator.internal.account;

import java.util.HashMap;
import java.util.Map;

/** The privileges of a caller. */
@FunctionalInterface
public interface Privileges {
  /** All privileges on all paths. */
  Privileges ALL = path -> AllPrivileges.MAP;

  /** Returns the privileges on a path, and whether they also apply to the paths below it. */
  Map<String, Boolean> on(String path);

  /** Holds the constant, which an interface cannot hide. */
  final class AllPrivileges {
    private static final Map<String, Boolean> MAP = map();

    private AllPrivileges() {}

    private static Map<String, Boolean> map() {
      Map<String, Boolean> all = new HashMap<>();
      PrivilegeNames.ALL.forEach(name -> all.put(name, true));
      return Map.copyOf(all);
    }
  }
}
