package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of addresses and networks: PVE::JSONSchema, PVE::ParseUtils and PVE::Tools. */
final class AddressFormats {
  static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  static final String DNS_NAME = "(?:" + LABEL + "\\.)*" + LABEL;
  private static final String OCTET = "(?:25[0-5]|(?:2[0-4]|1[0-9]|[1-9])?[0-9])";
  static final String IPV4 = "(?:(?:" + OCTET + "\\.){3}" + OCTET + ")";
  static final String IPV6 = ipv6();

  private static final String IP = "(?:" + IPV4 + "|" + IPV6 + ")";
  private static final String USER = "[\\w+\\-~]+(?:\\.[\\w+\\-~]+)*";
  private static final String EMAIL = USER + "@[a-zA-Z0-9\\-]+(?:\\.[a-zA-Z0-9\\-]+)*";
  private static final Pattern VLAN = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
  private static final int LAST_VLAN = 4094;

  private AddressFormats() {}

  static void addTo(FormatTable table) {
    // The server accepts no network that is larger than an /8.
    String cidr4 = IPV4 + "/(?:[89]|[12]\\d|3[0-2])";
    String cidr6 = IPV6 + "/(?:[89]|[1-9]\\d|1[01]\\d|12[0-8])";
    table.matching("ipv4", IPV4, "value does not look like a valid IPv4 address");
    table.matching("ipv6", IPV6, "value does not look like a valid IPv6 address");
    table.matching("ip", IP, "value does not look like a valid IP address");
    table.matching(
        "ipv4mask",
        "(?:0|128|192|224|240|248|252|254|255)\\.0\\.0\\.0"
            + "|255\\.(?:128|192|224|240|248|252|254|255)\\.0\\.0"
            + "|255\\.255\\.(?:128|192|224|240|248|252|254|255)\\.0"
            + "|255\\.255\\.255\\.(?:128|192|224|240|248|252|254|255)",
        "value does not look like a valid IP netmask");
    table.matching("CIDRv4", cidr4, "value does not look like a valid IPv4 CIDR network");
    table.matching("CIDRv6", cidr6, "value does not look like a valid IPv6 CIDR network");
    table.matching("CIDR", cidr4 + "|" + cidr6, "value does not look like a valid CIDR network");
    table.matching(
        "pve-ipv4-config",
        "dhcp|manual|" + cidr4,
        "value does not look like a valid ipv4 network configuration");
    table.matching(
        "pve-ipv6-config",
        "auto|dhcp|manual|" + cidr6,
        "value does not look like a valid ipv6 network configuration");
    table.matching(
        "mac-addr",
        "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){5}",
        "value does not look like a valid unicast MAC address");
    table.matching(
        "mac-prefix",
        "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){0,2}(?::[a-f0-9]?)?",
        "value is not a valid unicast MAC address prefix");
    table.matching("dns-name", DNS_NAME, "value does not look like a valid DNS name");
    table.matching("address", DNS_NAME + "|" + IP, "value does not look like a valid address: %s");
    table.matching(
        "pve-storage-server",
        DNS_NAME + "|" + IP,
        "value does not look like a valid server name or IP address");
    table.matching(
        "pve-storage-portal-dns",
        "[\\p{Alnum}\\-.]+(?::\\d+)?|\\[(?:"
            + IPV6
            + "|[\\p{Alnum}\\-.]+)\\](?::\\d+)?|"
            + IPV6
            + "(?:\\.\\d+)?",
        "value does not look like a valid portal address");
    table.matching("email", EMAIL, "value does not look like a valid email address");
    table.matching(
        "email-or-username",
        EMAIL + "|" + USER,
        "value does not look like a valid email address or user name");
    table.matching(
        "lxc-ip-with-ll-iface",
        IP + "|(?i:fe80:[^%]+%[a-z][a-z0-9_]{1,20}(?:[:.]\\d+)?)",
        "value does not look like a valid IP address");
    table.matching(
        "pve-acme-domain",
        "(?i)[a-z0-9][a-z0-9_-]*(?:\\.[a-z0-9][a-z0-9_-]*)+",
        "value '%s' does not look like a valid domain name!");
    table.matching(
        "pve-acme-alias",
        "(?i)[a-z0-9_][a-z0-9_-]*(?:\\.[a-z0-9_][a-z0-9_-]*)+",
        "value '%s' does not look like a valid alias name!");
    table.checking("pve-vlan-id-or-range", AddressFormats::vlan);
    table.checking("pve-sdn-subnet-id", id -> subnet(table, id));
  }

  private static @Nullable String vlan(String value) {
    Matcher range = VLAN.matcher(value);
    if (!range.matches()) {
      return "invalid VLAN configuration '" + value + "'\n";
    }
    int start = Integer.parseInt(range.group(1));
    int end = range.group(2) == null ? 0 : Integer.parseInt(range.group(2));
    if (start < 2 || start > LAST_VLAN) {
      return "invalid VLAN tag '" + start + "'\n";
    }
    if (end == 0) {
      return null;
    }
    if (end < 2 || end > LAST_VLAN) {
      return "invalid VLAN tag '" + end + "'\n";
    }
    return start < end ? null : "VLAN range must go from lower to higher tag '" + value + "'\n";
  }

  // The id of a subnet is its network, or zone, address and length joined by hyphens.
  private static @Nullable String subnet(FormatTable table, String id) {
    String[] parts = id.split("-", -1);
    String network = id.contains("/") || parts.length < 3 ? id : parts[1] + "/" + parts[2];
    return table.complaint("CIDR", network);
  }

  private static String ipv6() {
    String group = "[0-9a-fA-F]{1,4}";
    String last = "(?:" + IPV4 + "|" + group + ":" + group + ")";
    StringBuilder regex = new StringBuilder("(?:(?:" + group + ":){6}" + last);
    regex.append("|::(?:" + group + ":){5}" + last);
    for (int before = 0; before < 5; before++) {
      String start = "(?:(?:" + group + ":){0," + before + "}" + group + ")?::";
      regex.append("|" + start + "(?:" + group + ":){" + (4 - before) + "}" + last);
    }
    regex.append("|(?:(?:" + group + ":){0,5}" + group + ")?::" + group);
    return regex.append("|(?:(?:" + group + ":){0,6}" + group + ")?::)").toString();
  }
}
