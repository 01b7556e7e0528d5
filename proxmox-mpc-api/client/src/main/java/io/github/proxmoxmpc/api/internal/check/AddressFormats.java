package io.github.proxmoxmpc.api.internal.check;

import static io.github.proxmoxmpc.api.internal.check.Format.matching;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of network addresses and names (PVE::JSONSchema, PVE::Firewall, PVE::LXC::Config). */
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
  // The server accepts the name 0 but then treats it as false.
  private static final Predicate<String> IS_ADDRESS =
      IS_IP.or(IS_NAME).and(text -> !text.equals("0"));
  private static final Predicate<String> IS_IFACE = matching("", IFACE)::accepts;
  // PVE::Tools::parse_host_and_port
  private static final String HOST = "[\\p{IsAlphabetic}\\p{IsDigit}\\-.]+";
  private static final Pattern HOST_AND_PORT =
      Pattern.compile(HOST + "(?::\\d+)?|\\[" + HOST + "](?::\\d+)?");
  private static final Pattern PORT = Pattern.compile("(?::\\d+)?");
  private static final Pattern DOTTED_PORT = Pattern.compile("\\.\\d+$");

  private AddressFormats() {}

  /** Returns a format by its name; null if it is not one of these. */
  static @Nullable Format named(String name) {
    return switch (name) {
      case "ip" -> new Format("an IP address", IS_IP);
      case "ipv4" -> new Format("an IPv4 address", IS_IPV4);
      case "ipv6" -> new Format("an IPv6 address", IS_IPV6);
      case "ipv4mask" ->
          new Format("a netmask such as 255.255.255.0", t -> Netmask.bits(t).isPresent());
      case "CIDRv4" -> new Format("an IPv4 network in CIDR notation", t -> isCidrV4(t, 8));
      case "CIDRv6" -> new Format("an IPv6 network in CIDR notation", t -> isCidrV6(t, 8));
      case "CIDR" -> new Format("a network in CIDR notation", t -> isCidr(t, 8));

      // The server accepts prefixes of less than 8 bits only here and in the two formats below.
      case "FullRangeCIDR" -> new Format("a network in CIDR notation", t -> isCidr(t, 0));
      case "IPorCIDR" ->
          new Format("an IP address or a network in CIDR notation", AddressFormats::isIpOrCidr);
      case "IPorCIDRorAlias" ->
          new Format(
              "an IP address, a network in CIDR notation or the name of an alias",
              matching("", "(?:dc/|guest/)?[A-Za-z][A-Za-z0-9\\-_]+")
                  .test()
                  .or(AddressFormats::isIpOrCidr));
      case "pve-ipv4-config" ->
          new Format(
              "'dhcp', 'manual' or an IPv4 address in CIDR notation",
              matching("", "dhcp|manual").test().or(t -> isCidrV4(t, 8)));
      case "pve-ipv6-config" ->
          new Format(
              "'auto', 'dhcp', 'manual' or an IPv6 address in CIDR notation",
              matching("", "auto|dhcp|manual").test().or(t -> isCidrV6(t, 8)));
      case "lxc-ip-with-ll-iface" ->
          new Format(
              "an IP address, or a link-local address with its interface such as fe80::1%eth0",
              t -> isLinkLocal(t));
      case "dns-name" -> new Format("a DNS name", IS_NAME);
      case "address" -> new Format("an IP address or a DNS name", IS_ADDRESS);
      case "pve-storage-server" -> new Format("an IP address or a DNS name", IS_ADDRESS);
      case "pve-storage-portal-dns" ->
          new Format("an address with or without a port", t -> isPortal(t));
      case "graphite-path" -> matching("names separated by dots", NAME);
      case "mac-addr" ->
          matching(
              "a unicast MAC address such as BC:24:11:00:00:01",
              "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){5}");
      case "mac-prefix" ->
          matching(
              "the beginning of a MAC address such as BC:24:11",
              "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){0,2}(?::[a-f0-9]?)?");
      case "pve-iface" -> matching("the name of an interface", IFACE);
      case "pve-bridge-id" ->
          matching("the name of a bridge: letters, digits, '-', '_' and '.'", "[-_.\\w\\d]+");
      case "pve-vlan-id-or-range" ->
          new Format("a VLAN id of 2 to 4094, or a range such as 2-99", t -> isVlan(t));
      case "email" -> matching("an e-mail address", EMAIL);
      case "email-or-username" ->
          matching("an e-mail address or the name of a user", EMAIL + "|" + USER);
      case "pve-acme-domain" ->
          matching("a domain name", "(?i)" + DOMAIN_PART + "(?:\\." + DOMAIN_PART + ")+");
      case "pve-acme-alias" ->
          matching("a domain name", "(?i)" + ALIAS_PART + "(?:\\." + ALIAS_PART + ")+");
      default -> null;
    };
  }

  static boolean isCidr(String text, int shortest) {
    return isCidrV4(text, shortest) || isCidrV6(text, shortest);
  }

  /** As pve_verify_ip_or_cidr of PVE::Firewall: it clears host bits, except with a prefix of 0. */
  private static boolean isIpOrCidr(String text) {
    if (IS_IP.test(text)) {
      return NetIp.version(text).isPresent();
    }
    return isCidr(text, 0) && (!text.endsWith("/0") || NetIp.version(text).isPresent());
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
    if (slash < 0 || !Digits.areAll(prefix) || !Digits.atMost(prefix, longest)) {
      return false;
    }
    return address.test(text.substring(0, slash)) && Integer.parseInt(prefix) >= shortest;
  }

  private static boolean isLinkLocal(String text) {
    int percent = text.indexOf('%');
    return percent >= 0 && text.startsWith("fe80:")
        ? IS_IPV6.test(text.substring(0, percent)) && IS_IFACE.test(text.substring(percent + 1))
        : IS_IP.test(text);
  }

  private static boolean isPortal(String portal) {
    String text = Format.chomped(portal);
    if (HOST_AND_PORT.matcher(text).matches()) {
      return true;
    }
    int end = text.indexOf(']');
    return text.startsWith("[") && end > 0
        ? IS_IPV6.test(text.substring(1, end)) && PORT.matcher(text.substring(end + 1)).matches()
        : IS_IPV6.test(DOTTED_PORT.matcher(text).replaceFirst("")) || IS_IPV6.test(text);
  }

  private static boolean isVlan(String text) {
    int hyphen = text.indexOf('-');
    String first = hyphen < 0 ? text : text.substring(0, hyphen);
    String last = text.substring(hyphen + 1);
    if (!isVlanId(first) || !isVlanId(last)) {
      return false;
    }
    return hyphen < 0 || Integer.parseInt(first) < Integer.parseInt(last);
  }

  private static boolean isVlanId(String text) {
    return Digits.areAll(text) && Digits.atMost(text, 4094) && Integer.parseInt(text) >= 2;
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

  /**
   * Returns the number of 16-bit groups; IPv4 at the end counts twice; -1 if a group is invalid.
   */
  private static int groups(String run) {
    if (run.isEmpty()) {
      return 0;
    }
    int count = 0;
    String[] parts = run.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && IS_IPV4.test(parts[i])) {
        count += 2;
      } else if (Digits.isHexGroup(parts[i])) {
        count++;
      } else {
        return -1;
      }
    }
    return count;
  }
}
