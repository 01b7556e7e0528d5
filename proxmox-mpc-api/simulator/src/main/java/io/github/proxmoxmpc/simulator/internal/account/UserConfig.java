package io.github.proxmoxmpc.simulator.internal.account;

import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import io.github.proxmoxmpc.simulator.internal.store.SectionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sections that make up the server's {@code user.cfg}: users, groups, roles, tokens and access
 * control entries. Guarded by the cluster's lock.
 */
public final class UserConfig {
  private static final String USERS = "/access/users";
  private static final String GROUPS = "/access/groups";
  private static final String ROLES = "/access/roles";
  private static final String ACL = "/access/acl";

  private final SectionStore store;

  /** Creates a view of a store. */
  public UserConfig(SectionStore store) {
    this.store = store;
  }

  /** Returns the users. */
  public SectionFile users() {
    return store.file(USERS);
  }

  /** Returns the groups; their option {@code users} lists the members. */
  public SectionFile groups() {
    return store.file(GROUPS);
  }

  /** Returns the roles that are not built in; their option {@code privs} lists the privileges. */
  public SectionFile roles() {
    return store.file(ROLES);
  }

  /** Returns the tokens of a user. */
  public SectionFile tokens(String user) {
    return store.file(USERS + "/" + user + "/token");
  }

  /** Returns the realms. */
  public SectionFile realms() {
    return store.file("/access/domains");
  }

  /** Removes a user with the tokens, the memberships and the entries of the user. */
  public void removeUser(String user) {
    users().remove(user);
    store.removeBelow(USERS + "/" + user);
    leaveGroups(user);
    removeEntries(
        entry ->
            !entry.type().equals("group")
                && (entry.id().equals(user) || entry.id().startsWith(user + "!")));
  }

  /** Removes a group with its entries. */
  public void removeGroup(String group) {
    groups().remove(group);
    removeEntries(entry -> entry.type().equals("group") && entry.id().equals(group));
  }

  /** Removes a role with its entries, which the server no longer reads without it. */
  public void removeRole(String role) {
    roles().remove(role);
    removeEntries(entry -> entry.role().equals(role));
  }

  /** Removes the tokens of a user with their entries. */
  public void removeTokens(String user) {
    store.removeBelow(USERS + "/" + user);
    removeEntries(entry -> entry.type().equals("token") && entry.id().startsWith(user + "!"));
  }

  /** Returns the members of a group, sorted. */
  public Set<String> members(String group) {
    Section section = groups().find(group);
    return section == null ? Set.of() : list(section, "users");
  }

  /** Returns the groups of a user, sorted. */
  public Set<String> groupsOf(String user) {
    Set<String> found = new TreeSet<>();
    groups().ids().stream().filter(id -> members(id).contains(user)).forEach(found::add);
    return found;
  }

  /** Makes a user a member of a group that exists. */
  public void join(String user, String group) {
    Section section = groups().find(group);
    if (section != null) {
      Set<String> members = list(section, "users");
      members.add(user);
      section.set("users", new ArrayList<>(members));
    }
  }

  /** Removes a user from all groups. */
  public void leaveGroups(String user) {
    for (Section group : groups().all()) {
      Set<String> members = list(group, "users");
      if (members.remove(user)) {
        group.set("users", new ArrayList<>(members));
      }
    }
  }

  /** Returns the privileges of a role, sorted, or null if it does not exist. */
  public @Nullable Set<String> privileges(String role) {
    Set<String> builtIn = BuiltInRoles.all().get(role);
    Section section = roles().find(role);
    return builtIn != null ? builtIn : section == null ? null : list(section, "privs");
  }

  /** Returns the access control entries in the order in which the server lists them. */
  public List<AclEntry> entries() {
    return store.file(ACL).all().stream().map(UserConfig::entry).sorted(AclEntry.LISTED).toList();
  }

  /** Returns the paths of the entries with all paths above them, as the server keeps them. */
  public SortedSet<String> entryPaths() {
    SortedSet<String> paths = new TreeSet<>();
    for (AclEntry entry : entries()) {
      String path = entry.path();
      for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        paths.add(path.substring(0, end));
      }
      paths.add("/");
    }
    return paths;
  }

  /** Adds or replaces an entry. */
  public void add(AclEntry entry) {
    store.file(ACL).put(new Section(entry.key()).set("propagate", entry.propagates() ? "1" : "0"));
  }

  /** Removes an entry, with either value of its flag. */
  public void remove(AclEntry entry) {
    store.file(ACL).remove(entry.key());
  }

  /** Removes the entries that match. */
  public void removeEntries(Predicate<AclEntry> rule) {
    entries().stream().filter(rule).forEach(this::remove);
  }

  /** Returns the section of a token, or null. */
  public @Nullable Section token(String id) {
    int mark = id.indexOf('!');
    return mark < 0 ? null : tokens(id.substring(0, mark)).find(id.substring(mark + 1));
  }

  private static AclEntry entry(Section section) {
    String[] key = section.id().split(" ", -1);
    return new AclEntry(key[0], key[1], key[2], key[3], section.isTrue("propagate"));
  }

  private static Set<String> list(Section section, String option) {
    String text = section.text(option, "");
    return text.isEmpty() ? new TreeSet<>() : new TreeSet<>(Arrays.asList(text.split(",")));
  }
}
