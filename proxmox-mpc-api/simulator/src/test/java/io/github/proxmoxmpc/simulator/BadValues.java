package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that the schema forbids, with the server's complaint about each. */
final class BadValues {
  private static final String KITTY = "kitty 9";
  private static final String UNKNOWN_PART = "kitty-part";

  /** Named formats that have no value "kitty 9". */
  private static final Set<String> FORMATS =
      Set.of(
          ("CIDR CIDRv4 CIDRv6 IPorCIDR IPorCIDRorAlias address disk-size dns-name"
                  + " email-list email-or-username graphite-path ip ip-list ipv4 ipv4mask ipv6"
                  + " ldap-simple-attr lxc-ip-with-ll-iface-list mac-addr mac-prefix"
                  + " pem-certificate-chain pem-string pve-acme-alias pve-acme-domain"
                  + " pve-bridge-id pve-configid pve-configid-list pve-cpuset pve-ct-timezone"
                  + " pve-day-of-week-list pve-dir-override-list pve-fw-conntrack-helper"
                  + " pve-fw-dport-spec pve-fw-icmp-type-spec pve-fw-sport-spec pve-groupid"
                  + " pve-ha-resource-id-list pve-ha-resource-or-vm-id pve-hotplug-features pve-iface"
                  + " pve-iface-list pve-ipv4-config pve-ipv6-config pve-lxc-dev-string pve-node"
                  + " pve-poolid pve-qm-bootdisk pve-realm pve-replication-job-id pve-roleid"
                  + " pve-sdn-bgp-rt-list pve-sdn-fabric-id pve-sdn-isis-net pve-sdn-subnet-id"
                  + " pve-startup-order pve-storage-content-list pve-storage-id pve-storage-id-list"
                  + " pve-storage-options pve-storage-path pve-storage-portal-dns"
                  + " pve-storage-server pve-storage-vgname pve-storage-zfs-blocksize"
                  + " pve-task-status-type-list pve-tokenid-list pve-userid pve-userid-list"
                  + " pve-vlan-id-or-range-list pve-vmid pve-vmid-list pve-volume-id"
                  + " pve-volume-id-or-absolute-path pve-volume-id-or-qm-path urlencoded")
              .split(" "));

  private BadValues() {}

  /**
   * A value that breaks the schema.
   *
   * @param complaint the beginning of the text of the error
   */
  record BadValue(String parameter, String value, String complaint) {}

  /** Returns a bad value for each parameter outside of the path whose facts allow one. */
  static List<BadValue> of(String operation) {
    return all(operation).stream()
        .filter(bad -> !operation.contains("{" + bad.parameter() + "}"))
        .toList();
  }

  /** Returns a bad value for each parameter of the path. */
  static List<BadValue> ofPath(String operation) {
    return all(operation).stream()
        .filter(bad -> operation.contains("{" + bad.parameter() + "}"))
        .toList();
  }

  private static List<BadValue> all(String operation) {
    List<BadValue> values = new ArrayList<>();
    SchemaFacts.parameters(operation)
        .forEach(
            (parameter, facts) -> {
              String name = parameter.replace("[n]", "0");
              BadValue bad = bad(name, JsonCodec.object(facts));
              // A node is looked up before the parameters are checked.
              if (bad != null && !name.equals("node")) {
                values.add(bad);
              }
            });
    return values;
  }

  private static @Nullable BadValue bad(String name, Map<String, @Nullable Object> facts) {
    if (facts.containsKey("oneOf") || facts.containsKey("instance-types")) {
      return null;
    }
    String type = String.valueOf(facts.get("type"));
    if (List.of("integer", "number", "boolean").contains(type)) {
      return new BadValue(name, KITTY, "type check ('" + type + "') failed - got '" + KITTY + "'");
    }
    if (!type.equals("string")) {
      return null;
    }
    Object format = facts.get("format");
    if (format instanceof Map) {
      return new BadValue(
          name, UNKNOWN_PART + "=1", "invalid format - format error\n" + name + ".");
    }
    if (format != null) {
      return FORMATS.contains(format.toString())
          ? new BadValue(name, KITTY, "invalid format - ")
          : null;
    }
    if (facts.get("pattern") instanceof String pattern) {
      return KITTY.matches(pattern)
          ? null
          : new BadValue(name, KITTY, "value does not match the regex pattern");
    }
    List<@Nullable Object> choices = JsonCodec.array(facts.get("enum"));
    return choices.isEmpty() || facts.containsKey("maxLength") || facts.containsKey("minLength")
        ? null
        : new BadValue(
            name,
            KITTY,
            "value '"
                + KITTY
                + "' does not have a value in the enumeration '"
                + choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + "'");
  }
}
