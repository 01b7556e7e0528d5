package io.github.proxmoxmpc.api.internal.check;

import static io.github.proxmoxmpc.api.internal.check.Format.matching;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Formats of addresses and names in networks (PVE::JSONSchema, PVE::Firewall, PVE::LXC::Config).
 */
final class AddressFormats {
  private static final String OCTET = "(?:25[0-5]|(?:2[0-4]|1[0-9]|[1-9])?[0-9])";
  static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
  static final String NAME_PART = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  static final String NAME = NAME_PART + "(?:\\." + NAME_PART + ")*";
  private static final String IFACE = "(?i)[a-z][a-z0-9_]{1,20}(?:[:.]\\d+)?";
  private static final String USER = "[\\w+\\-~]+(?:\\.[\\w+\\-~]+)*";
  private static final String EMAIL = USER + "@[a-zA-Z0-9\\-]+(?:\\.[a-zA-Z0-9\\-]+)*";
  private static final String DOMAIN_PART = "[a-z0-9][a-z0-9_-]*";
  private static final String ALIAS_PART = "[a-z0-9_][a-z0-9_-]*";

  static final Predicate<String> IS_IPV4 = matching("", IPV4)::accepts;
  static final Predicate<String> IS_IPV6 = AddressFormats::isIpv6;
  static final Predicate<String> IS_IP = IS_IPV4.or(IS_IPV6);
  static final Predicate<String> IS_NAME = matching("", NAME)::accepts;
  // The name 0 is a name, but false to who asks for one or for an address.
  private static final Predicate<String> IS_ADDRESS =
      IS_IP.or(IS_NAME).and(text -> !text.equals("0"));
  private static final Predicate<String> IS_IFACE = matching("", IFACE)::accepts;

  static final Map<String, Format> ALL =
      Map.ofEntries(
          Map.entry("ip", new Format("an IP address", IS_IP)),
          Map.entry("ipv4", new Format("an IPv4 address", IS_IPV4)),
          Map.entry("ipv6", new Format("an IPv6 address", IS_IPV6)),
          Map.entry(
              "ipv4mask",
              new Format("a netmask such as 255.255.255.0", t -> Netmask.bits(t).isPresent())),
          Map.entry("CIDRv4", new Format("an IPv4 network in CIDR notation", t -> isCidrV4(t, 8))),
          Map.entry("CIDRv6", new Format("an IPv6 network in CIDR notation", t -> isCidrV6(t, 8))),
          Map.entry("CIDR", new Format("a network in CIDR notation", t -> isCidr(t, 8))),
          // Only these two let prefixes of less than 8 bits through.
          Map.entry("FullRangeCIDR", new Format("a network in CIDR notation", t -> isCidr(t, 0))),
          Map.entry(
              "IPorCIDR",
              new Format(
                  "an IP address or a network in CIDR notation", IS_IP.or(t -> isCidr(t, 0)))),
          Map.entry(
              "IPorCIDRorAlias",
              new Format(
                  "an IP address, a network in CIDR notation or the name of an alias",
                  IS_IP
                      .or(t -> isCidr(t, 0))
                      .or(matching("", "(?:dc/|guest/)?[A-Za-z][A-Za-z0-9\\-_]+")::accepts))),
          Map.entry(
              "pve-ipv4-config",
              new Format(
                  "'dhcp', 'manual' or an IPv4 address in CIDR notation",
                  matching("", "dhcp|manual").test().or(t -> isCidrV4(t, 8)))),
          Map.entry(
              "pve-ipv6-config",
              new Format(
                  "'auto', 'dhcp', 'manual' or an IPv6 address in CIDR notation",
                  matching("", "auto|dhcp|manual").test().or(t -> isCidrV6(t, 8)))),
          Map.entry(
              "lxc-ip-with-ll-iface",
              new Format("an IP address, or one such as fe80::1%eth0", t -> isLinkLocal(t))),
          Map.entry("dns-name", new Format("a DNS name", IS_NAME)),
          Map.entry("address", new Format("an IP address or a DNS name", IS_ADDRESS)),
          Map.entry("pve-storage-server", new Format("an IP address or a DNS name", IS_ADDRESS)),
          Map.entry(
              "pve-storage-portal-dns",
              new Format("an address with or without a port", t -> isPortal(t))),
          Map.entry("graphite-path", matching("names parted by dots", NAME)),
          Map.entry(
              "mac-addr",
              matching(
                  "a unicast MAC address such as BC:24:11:00:00:01",
                  "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){5}")),
          Map.entry(
              "mac-prefix",
              matching(
                  "the beginning of a MAC address such as BC:24:11",
                  "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){0,2}(?::[a-f0-9]?)?")),
          Map.entry("pve-iface", matching("the name of an interface", IFACE)),
          Map.entry(
              "pve-bridge-id",
              matching("the name of a bridge: letters, digits, '-', '_' and '.'", "[-_.\\w\\d]+")),
          Map.entry(
              "pve-vlan-id-or-range",
              new Format("a VLAN id of 2 to 4094, or a range such as 2-99", t -> isVlan(t))),
          Map.entry("email", matching("an e-mail address", EMAIL)),
          Map.entry(
              "email-or-username",
              matching("an e-mail address or the name of a user", EMAIL + "|" + USER)),
          Map.entry(
              "pve-acme-domain",
              matching("a domain name", "(?i)" + DOMAIN_PART + "(?:\\." + DOMAIN_PART + ")+")),
          Map.entry(
              "pve-acme-alias",
              matching("a domain name", "(?i)" + ALIAS_PART + "(?:\\." + ALIAS_PART + ")+")));

  private AddressFormats() {}

  static boolean isCidr(String text, int shortest) {
    return isCidrV4(text, shortest) || isCidrV6(text, shortest);
  }

  private static boolean isCidrV4(String text, int shortest) {
    return isCidr(text, IS_IPV4, shortest, 32);
  }

  private static boolean isCidrV6(String text, int shortest) {
    return isCidr(text, IS_IPV6, shortest, 128);
  }

  private static boolean isCidr(String text, Predicate<String> address, int shortest, int longest) {
    int slash = text.indexOf('/');
    String prefix = Format.chomped(text.substring(slash + 1));
    if (slash < 0 || !prefix.matches("[0-9]{1,3}")) {
      return false;
    }
    int length = Integer.parseInt(prefix);
    return address.test(text.substring(0, slash)) && length >= shortest && length <= longest;
  }

  private static boolean isLinkLocal(String text) {
    int percent = text.indexOf('%');
    return percent >= 0 && text.startsWith("fe80:")
        ? IS_IPV6.test(text.substring(0, percent)) && IS_IFACE.test(text.substring(percent + 1))
        : IS_IP.test(text);
  }

  /** As PVE::Tools::parse_host_and_port. */
  private static boolean isPortal(String portal) {
    String text = Format.chomped(portal);
    String host = "[\\p{IsAlphabetic}\\p{IsDigit}\\-.]+";
    if (text.matches(host + "(?::\\d+)?") || text.matches("\\[" + host + "](?::\\d+)?")) {
      return true;
    }
    int end = text.indexOf(']');
    return text.startsWith("[") && end > 0
        ? IS_IPV6.test(text.substring(1, end)) && text.substring(end + 1).matches("(?::\\d+)?")
        : IS_IPV6.test(text.replaceFirst("\\.\\d+$", "")) || IS_IPV6.test(text);
  }

  private static boolean isVlan(String text) {
    if (!text.matches("[0-9]{1,9}(?:-[0-9]{1,9})?")) {
      return false;
    }
    String[] ends = text.split("-");
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    return first >= 2 && last <= 4094 && (ends.length == 1 || first < last);
  }

  private static boolean isIpv6(String address) {
    String text = Format.chomped(address);
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    String start = text.substring(0, gap);
    if (text.indexOf("::", gap + 1) >= 0 || start.indexOf('.') >= 0) {
      return false;
    }
    int before = groups(start);
    int after = groups(text.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** The groups of 16 bits in a run of them; the last two may be IPv4; -1 where it is none. */
  private static int groups(String run) {
    if (run.isEmpty()) {
      return 0;
    }
    int count = 0;
    String[] parts = run.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && IS_IPV4.test(parts[i])) {
        count += 2;
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        count++;
      } else {
        return -1;
      }
    }
    return count;
  }
}
