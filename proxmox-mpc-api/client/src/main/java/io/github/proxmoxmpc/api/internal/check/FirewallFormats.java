package io.github.proxmoxmpc.api.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Formats of firewall rules (PVE::Firewall). */
final class FirewallFormats {
  private static final int MOST_PORTS = 15;
  private static final int LAST_PORT = 65535;
  private static final int LAST_PROTOCOL = 255;
  private static final int LONGEST_NAME = 64;

  private static final Set<String> HELPERS =
      Set.of("amanda", "ftp", "irc", "netbios-ns", "pptp", "sane", "sip", "snmp", "tftp");

  // $icmp_type_names and $icmpv6_type_names
  private static final Set<String> ICMP_TYPES =
      Set.of(
          ("any echo-reply destination-unreachable network-unreachable host-unreachable"
                  + " protocol-unreachable port-unreachable fragmentation-needed"
                  + " source-route-failed network-unknown host-unknown network-prohibited"
                  + " host-prohibited TOS-network-unreachable TOS-host-unreachable"
                  + " communication-prohibited host-precedence-violation precedence-cutoff"
                  + " source-quench redirect network-redirect host-redirect TOS-network-redirect"
                  + " TOS-host-redirect echo-request router-advertisement router-solicitation"
                  + " time-exceeded ttl-zero-during-transit ttl-zero-during-reassembly"
                  + " parameter-problem ip-header-bad required-option-missing timestamp-request"
                  + " timestamp-reply address-mask-request address-mask-reply no-route"
                  + " beyond-scope address-unreachable failed-policy reject-route packet-too-big"
                  + " bad-header unknown-header-type unknown-option neighbor-solicitation"
                  + " neighbour-solicitation neighbor-advertisement neighbour-advertisement")
              .split(" "));

  static final Map<String, Format> ALL =
      Map.of(
          "pve-fw-conntrack-helper",
          new Format(
              "a list of which each is one of " + String.join(", ", sorted(HELPERS)),
              text -> isList(text) && HELPERS.containsAll(List.of(text.split(",")))),
          // The names of ports are those of the server's /etc/services, so they are left to it.
          "pve-fw-sport-spec",
          new Format("at most 15 ports of 0 to 65535, or ranges such as 80:85", t -> isPorts(t)),
          "pve-fw-dport-spec",
          new Format("at most 15 ports of 0 to 65535, or ranges such as 80:85", t -> isPorts(t)),
          // Its names are those of the server's /etc/protocols, where blanks part them.
          "pve-fw-protocol-spec",
          new Format(
              "the name of a protocol such as tcp, or its number of 0 to 255",
              FirewallFormats::isProtocol),
          "pve-fw-addr-spec",
          new Format(
              "addresses, networks, a range, an alias or an IP set such as +name",
              FirewallFormats::isAddresses),
          "pve-fw-icmp-type-spec",
          new Format(
              "the name of an ICMP type such as echo-request",
              text -> text.isEmpty() || ICMP_TYPES.contains(text)));

  private FirewallFormats() {}

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static boolean isList(String text) {
    return text.isEmpty() || !text.endsWith(",");
  }

  private static boolean isProtocol(String text) {
    return text.matches("[0-9]+")
        ? text.length() <= 3 && Integer.parseInt(text) <= LAST_PROTOCOL
        : text.matches("\\S*");
  }

  private static boolean isPorts(String text) {
    int count = 0;
    for (String item : text.split(",", -1)) {
      if (item.matches("[0-9]+:[0-9]+")) {
        String[] ends = item.split(":");
        if (!isPort(ends[0]) || !isPort(ends[1]) || port(ends[0]) > port(ends[1])) {
          return false;
        }
        count += 2;
      } else if (item.matches("[0-9]+")) {
        if (!isPort(item)) {
          return false;
        }
        count++;
      } else if (item.isEmpty() && !text.isEmpty()) {
        return false;
      }
    }
    return count <= MOST_PORTS;
  }

  private static boolean isPort(String digits) {
    return digits.length() <= 9 && port(digits) <= LAST_PORT;
  }

  private static int port(String digits) {
    return Integer.parseInt(digits);
  }

  private static boolean isAddresses(String text) {
    if (text.matches("\\+\\S+")) {
      return text.length() <= LONGEST_NAME + 1;
    }
    if (text.matches("(?:dc/|guest/)?[A-Za-z][A-Za-z0-9\\-_]+")) {
      return text.length() <= LONGEST_NAME;
    }
    if (!isList(text)) {
      return false;
    }
    boolean four = false;
    boolean six = false;
    for (String item : text.split(",")) {
      // Net::IP takes ranges and short forms besides; what it makes of them is left to the server.
      if (!item.matches("[0-9a-fA-F.:/+\\- ]+")) {
        return text.isEmpty();
      }
      four |= item.indexOf(':') < 0;
      six |= item.indexOf(':') >= 0;
    }
    return !(four && six);
  }
}
