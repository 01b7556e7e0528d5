package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.account.PrivilegeNames;
import org.jspecify.annotations.Nullable;

/** Formats of names and ids. */
final class NameFormats {
  private static final String REALM = "[A-Za-z][A-Za-z0-9.\\-_]+";
  private static final String USER = "[^\\s:/]+@" + REALM;
  private static final String NAME = "[A-Za-z0-9.\\-_]+";
  private static final int SHORTEST_USER = 3;
  private static final int LONGEST_USER = 64;
  private static final int RESERVED_IDS = 100;

  private NameFormats() {}

  static void addTo(FormatTable table) {
    String node = AddressFormats.LABEL;
    table.matching("pve-node", node, "value does not look like a valid node name");
    table.matching("pve-vmid", "[1-9][0-9]{2,8}", "value does not look like a valid VM ID");
    table.matching("pve-realm", REALM, "value does not look like a valid realm");
    table.matching("pve-configid", "(?i)[a-z][a-z0-9_-]+", "invalid configuration ID '%s'");
    table.checking("pve-userid", NameFormats::user);
    table.matching(
        "pve-tokenid", USER + "!" + REALM, "value '%s' does not look like a valid token ID");
    table.matching("pve-groupid", NAME, "group name '%s' contains invalid characters");
    table.matching("pve-roleid", NAME, "role name '%s' contains invalid characters");
    table.matching(
        "pve-priv",
        String.join("|", PrivilegeNames.ALL).replace(".", "\\."),
        "invalid privilege '%s'");
    table.checking("pve-poolid", NameFormats::pool);
    table.matching(
        "pve-iface",
        "(?i)[a-z][a-z0-9_]{1,20}(?:[:.]\\d+)?",
        "invalid network interface name '%s'");
    table.matching("pve-bridge-id", "[-_.\\w\\d]+", "invalid bridge ID '%s'");
    table.matching("pve-tag", "(?i)[a-z0-9_][a-z0-9_\\-+.]*", "invalid characters in tag");
    table.matching(
        "ldap-simple-attr",
        "[a-zA-Z0-9]+",
        "value '%s' does not look like a simple ldap attribute name");
    table.checking("pve-storage-id", id -> id(id, "storage"));
    table.checking("acme-plugin-id", id -> id(id, "ACME plugin"));
    table.checking(
        "storage-pair", pair -> pair(pair, entry -> table.complaint("pve-storage-id", entry)));
    table.checking(
        "bridge-pair", pair -> pair(pair, entry -> table.complaint("pve-bridge-id", entry)));
    table.matching(
        "pve-storage-vgname",
        "(?i)[a-z0-9][a-z0-9\\-_.]*[a-z0-9]",
        "lvm name '%s' contains illegal characters");
    table.matching(
        "pve-ha-resource-id", "[a-z]+:\\S+", "value does not look like a valid ha resource id");
    table.matching(
        "pve-ha-resource-or-vm-id",
        "[a-z]+:\\S+|\\d+",
        "value does not look like a valid ha resource id");
    table.matching("pve-ha-node", node + "(?::\\d+)?", "value does not look like a valid ha node");
    table.checking("pve-replication-job-id", NameFormats::replicationJob);
    table.matching(
        "pve-sdn-fabric-id",
        "[a-zA-Z0-9][a-zA-Z0-9-]{0,6}[a-zA-Z0-9]?",
        "Fabric ID '%s' contains illegal characters");
    table.matching(
        "pve-sdn-isis-net",
        "[a-fA-F0-9]{2}(?:\\.[a-fA-F0-9]{4}){3,9}\\.[a-fA-F0-9]{2}",
        "value does not look like a valid isis net");
    table.checking("pve-sdn-bgp-rt", NameFormats::routeTarget);
    table.matching(
        "graphite-path", AddressFormats.DNS_NAME, "value does not look like a valid graphite path");
  }

  private static @Nullable String user(String name) {
    if (name.length() < SHORTEST_USER) {
      return "user name '" + name + "' is too short\n";
    }
    if (name.length() > LONGEST_USER) {
      return "user name '" + name + "' is too long (" + name.length() + " > 64)\n";
    }
    return name.matches(USER)
        ? null
        : "value '" + name + "' does not look like a valid user name\n";
  }

  private static @Nullable String pool(String name) {
    if (name.split("/", -1).length > 3) {
      return "pool name '" + name + "' nested too deeply (max levels = 3)\n";
    }
    return name.matches(NAME + "(?:/" + NAME + "){0,2}")
        ? null
        : "pool name '" + name + "' contains invalid characters\n";
  }

  private static @Nullable String id(String id, String kind) {
    if (id.length() < 2) {
      return kind + " ID '" + id + "' cannot be shorter than 2 characters\n";
    }
    return id.matches("(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]")
        ? null
        : kind + " ID '" + id + "' contains illegal characters\n";
  }

  private static @Nullable String pair(
      String entry, java.util.function.Function<String, @Nullable String> check) {
    if (entry.equals("1")) {
      return null;
    }
    for (String id : entry.matches("[^:]+:[^:]+") ? entry.split(":", -1) : new String[] {entry}) {
      String complaint = check.apply(id);
      if (complaint != null) {
        return "entry '" + entry + "' contains invalid ID - " + complaint + "\n\n";
      }
    }
    return null;
  }

  private static @Nullable String replicationJob(String id) {
    String complaint = "invalid replication job id '" + id + "'";
    if (!id.matches("\\d{1,9}-\\d+")) {
      return complaint + "\n";
    }
    return Integer.parseInt(id.substring(0, id.indexOf('-'))) < RESERVED_IDS
        ? complaint + " (guest IDs < 100 are reserved)\n"
        : null;
  }

  private static @Nullable String routeTarget(String value) {
    boolean valid =
        value.matches("\\d{1,10}:\\d{1,10}")
            && java.util.Arrays.stream(value.split(":", -1))
                .allMatch(number -> Long.parseLong(number) <= 4294967295L);
    return valid ? null : "value does not look like a valid bgp route-target\n";
  }
}
