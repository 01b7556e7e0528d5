package io.github.proxmoxmpc.simulator.internal.account;

import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The privileges of a user or token as PVE::RPCEnvironment computes them from roles, access control
 * entries, groups and pools. Like the server, it keeps its results for the rest of a request.
 * Guarded by the cluster's lock.
 */
public final class AccessRights implements Privileges {
  private static final List<String> TOP =
      List.of("/", "/access", "/access/groups", "/nodes", "/pool", "/sdn", "/storage", "/vms");

  private final UserConfig config;
  private final Pools pools;
  private final String id;
  private final @Nullable AccessRights owner;
  private final Map<String, Applied> applied = new HashMap<>();
  private final Map<Map<String, Boolean>, Map<String, Boolean>> byRoles = new HashMap<>();
  private final Map<Map<String, Boolean>, Map<Map<String, Boolean>, Map<String, Boolean>>> shared =
      new IdentityHashMap<>();
  private @Nullable Map<String, Set<String>> rolesOfPools;

  private AccessRights(UserConfig config, Pools pools, String id, boolean isToken) {
    this.config = config;
    this.pools = pools;
    this.id = id;
    String user = isToken ? id.substring(0, id.indexOf('!')) : id;
    this.owner =
        isToken && !user.equals("root@pam") ? new AccessRights(config, pools, user, false) : null;
    Set<String> groups = isToken ? Set.of() : config.groupsOf(id);
    Map<String, List<AclEntry>> byPath = new HashMap<>();
    for (AclEntry entry : config.entries()) {
      boolean isGroup = entry.type().equals("group");
      if (isGroup ? groups.contains(entry.id()) : entry.id().equals(id)) {
        byPath.computeIfAbsent(entry.path(), missing -> new ArrayList<>()).add(entry);
      }
    }
    byPath.forEach((path, here) -> applied.put(path, Applied.of(here)));
  }

  /**
   * The roles that the entries of one path give.
   *
   * @param here the roles on the path itself
   * @param below the roles on the paths below it
   */
  private record Applied(Map<String, Boolean> here, Map<String, Boolean> below) {
    static Applied of(List<AclEntry> entries) {
      List<AclEntry> propagating = entries.stream().filter(AclEntry::propagates).toList();
      return new Applied(roles(entries), roles(propagating));
    }

    /** Entries of the user itself override those of groups, and NoAccess overrides all roles. */
    private static Map<String, Boolean> roles(List<AclEntry> entries) {
      boolean hasOwn = entries.stream().anyMatch(entry -> !entry.type().equals("group"));
      Map<String, Boolean> roles = new HashMap<>();
      for (AclEntry entry : entries) {
        if (!hasOwn || !entry.type().equals("group")) {
          roles.merge(entry.role(), entry.propagates(), Boolean::logicalOr);
        }
      }
      Boolean noAccess = roles.get(BuiltInRoles.NO_ACCESS);
      return noAccess == null ? roles : Map.of(BuiltInRoles.NO_ACCESS, noAccess);
    }
  }

  /**
   * Returns the privileges of a user or token.
   *
   * @param pools the pools of the cluster
   */
  public static Privileges of(UserConfig config, Pools pools, String id) {
    int mark = id.indexOf('!');
    String user = mark < 0 ? id : id.substring(0, mark);
    Section token = config.token(id);
    if (mark >= 0 && token == null) {
      return path -> Map.of();
    }
    boolean isSeparate = token != null && token.isTrue("privsep");
    if (user.equals("root@pam") && !isSeparate) {
      return Privileges.ALL;
    }
    return isSeparate
        ? new AccessRights(config, pools, id, true)
        : new AccessRights(config, pools, user, false);
  }

  /** Returns the paths on which a user can have privileges that differ from those above. */
  public static List<String> paths(UserConfig config, Pools pools) {
    List<String> paths = new ArrayList<>(TOP);
    paths.addAll(config.entryPaths());
    pools.ids().forEach(pool -> paths.addAll(pools.members(pool)));
    return paths.stream().distinct().sorted().toList();
  }

  @Override
  public Map<String, Boolean> on(String path) {
    if (path.isEmpty()) {
      return Map.of();
    }
    Map<String, Boolean> own = byRoles.computeIfAbsent(roles(path), this::privileges);
    if (owner == null) {
      return own;
    }
    // Both maps are kept, so that listings of many guests compare each pair only once.
    return shared
        .computeIfAbsent(own, missing -> new IdentityHashMap<>())
        .computeIfAbsent(owner.on(path), theirs -> intersection(own, theirs));
  }

  private static Map<String, Boolean> intersection(
      Map<String, Boolean> own, Map<String, Boolean> theirs) {
    Map<String, Boolean> both = new HashMap<>();
    theirs.forEach(
        (privilege, propagates) -> {
          Boolean here = own.get(privilege);
          if (here != null) {
            both.put(privilege, here && propagates);
          }
        });
    return both;
  }

  private Map<String, Boolean> privileges(Map<String, Boolean> roles) {
    Map<String, Boolean> privileges = new HashMap<>();
    roles.forEach(
        (role, propagates) -> {
          Set<String> names = config.privileges(role);
          if (names != null) {
            names.forEach(name -> privileges.merge(name, propagates, Boolean::logicalOr));
          }
        });
    return privileges;
  }

  /** Returns the roles on a path, with those that the pools of a guest or storage give. */
  private Map<String, Boolean> roles(String path) {
    Map<String, Boolean> roles = rolesWithoutPools(path);
    Map<String, Boolean> ofPools = fromPools(path);
    if (ofPools.isEmpty() || roles.containsKey(BuiltInRoles.NO_ACCESS)) {
      return roles;
    }
    if (ofPools.containsKey(BuiltInRoles.NO_ACCESS)) {
      return Map.of(BuiltInRoles.NO_ACCESS, false);
    }
    Map<String, Boolean> all = new HashMap<>(ofPools);
    all.putAll(roles);
    return all;
  }

  private Map<String, Boolean> fromPools(String path) {
    boolean canBeMember = path.startsWith("/vms/") || path.startsWith("/storage/");
    if (!canBeMember || rolesOfPools().isEmpty()) {
      return Map.of();
    }
    Map<String, Boolean> roles = new HashMap<>();
    rolesOfPools()
        .forEach(
            (pool, ofPool) -> {
              if (pools.contains(pool, path)) {
                ofPool.forEach(role -> roles.put(role, false));
              }
            });
    return roles;
  }

  private Map<String, Set<String>> rolesOfPools() {
    Map<String, Set<String>> known = rolesOfPools;
    if (known == null) {
      known = new HashMap<>();
      for (String pool : pools.ids()) {
        Set<String> roles = rolesWithoutPools("/pool/" + pool).keySet();
        if (!roles.isEmpty()) {
          known.put(pool, roles);
        }
      }
      rolesOfPools = known;
    }
    return known;
  }

  /** Returns the roles that the entries along a path give: the last entry that applies wins. */
  private Map<String, Boolean> rolesWithoutPools(String path) {
    Map<String, Boolean> roles = Map.of();
    int end = 1;
    while (end > 0) {
      boolean isLast = end == path.length();
      Applied at = applied.get(isLast ? path : path.substring(0, end));
      Map<String, Boolean> here = at == null ? Map.of() : isLast ? at.here() : at.below();
      if (!here.isEmpty()) {
        roles = here;
      }
      int slash = path.indexOf('/', end + 1);
      end = isLast ? 0 : slash < 0 ? path.length() : slash;
    }
    return roles;
  }

  /** Returns the user or token. */
  @Override
  public String toString() {
    return id;
  }
}
