package io.github.proxmoxmpc.simulator.internal.account;

import java.util.Set;

/** The pools of a cluster, whose members inherit the roles on their pool. */
public interface Pools {
  /** Returns the ids. */
  Set<String> ids();

  /** Returns the access control paths of the members of a pool. */
  Set<String> members(String pool);

  /** Returns whether a pool has the member with this path. */
  boolean contains(String pool, String path);
}
