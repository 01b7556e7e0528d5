package io.github.proxmoxmpc.simulator.internal.account;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The roles that cannot be changed, as GET /access/roles of 9.2.11 lists them. */
public final class BuiltInRoles {
  /** The role with all privileges. */
  public static final String ADMINISTRATOR = "Administrator";

  /** The role that removes all other roles of a path. */
  public static final String NO_ACCESS = "NoAccess";

  private static final Set<String> NOT_OF_PVE_ADMIN =
      of(
          "Mapping.Modify Permissions.Modify Realm.Allocate Sys.AccessNetwork Sys.Incoming"
              + " Sys.Modify Sys.PowerMgmt");
  private static final String VM_USER =
      "VM.Audit VM.Backup VM.Config.CDROM VM.Config.Cloudinit VM.Console VM.GuestAgent.Audit"
          + " VM.GuestAgent.FileRead VM.GuestAgent.FileSystemMgmt VM.GuestAgent.FileWrite"
          + " VM.PowerMgmt";

  private static final SortedMap<String, Set<String>> ROLES = roles();

  private BuiltInRoles() {}

  /** Returns the privileges of each role. */
  public static SortedMap<String, Set<String>> all() {
    return ROLES;
  }

  private static SortedMap<String, Set<String>> roles() {
    SortedMap<String, Set<String>> roles = new TreeMap<>();
    roles.put(ADMINISTRATOR, having(name -> true));
    roles.put(NO_ACCESS, Set.of());
    roles.put("PVEAdmin", having(name -> !NOT_OF_PVE_ADMIN.contains(name)));
    roles.put("PVEAuditor", having(name -> name.endsWith(".Audit")));
    roles.put("PVEDatastoreAdmin", having(name -> name.startsWith("Datastore.")));
    roles.put("PVEDatastoreUser", of("Datastore.AllocateSpace Datastore.Audit"));
    roles.put("PVEMappingAdmin", having(name -> name.startsWith("Mapping.")));
    roles.put("PVEMappingUser", of("Mapping.Audit Mapping.Use"));
    roles.put("PVEPoolAdmin", having(name -> name.startsWith("Pool.")));
    roles.put("PVEPoolUser", of("Pool.Audit"));
    roles.put("PVESDNAdmin", having(name -> name.startsWith("SDN.")));
    roles.put("PVESDNUser", of("SDN.Audit SDN.Use"));
    roles.put("PVESysAdmin", of("Sys.Audit Sys.Console Sys.Syslog"));
    roles.put("PVETemplateUser", of("VM.Audit VM.Clone"));
    roles.put("PVEUserAdmin", of("Group.Allocate Realm.AllocateUser User.Modify"));
    roles.put("PVEVMAdmin", having(name -> name.startsWith("VM.")));
    roles.put("PVEVMUser", of(VM_USER));
    return roles;
  }

  private static Set<String> of(String names) {
    return new TreeSet<>(Arrays.asList(names.split(" ")));
  }

  private static Set<String> having(Predicate<String> rule) {
    return PrivilegeNames.ALL.stream().filter(rule).collect(Collectors.toCollection(TreeSet::new));
  }
}
