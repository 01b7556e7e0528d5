package io.github.proxmoxmpc.api.internal.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of firewall rules (PVE::Firewall 9.2). */
final class FirewallFormats {
  private static final int MOST_PORTS = 15;
  private static final int LAST_PORT = 65535;
  private static final int LAST_PROTOCOL = 255;
  private static final int LONGEST_NAME = 64;
  private static final String PORTS = "at most 15 ports of 0 to 65535, or ranges such as 80:85";
  private static final Pattern IP_SET =
      Pattern.compile("\\+\\S+\\n?", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ALIAS =
      Pattern.compile("(?:dc/|guest/)?[A-Za-z][A-Za-z0-9\\-_]+\\n?");

  /** The name of a service has a letter (IANA) and no blank (/etc/services). */
  private static final Pattern SERVICE = Pattern.compile("\\S*\\p{IsAlphabetic}\\S*");

  private FirewallFormats() {}

  /** Returns a format by its name; null if it is not one of the firewall's. */
  static @Nullable Format named(String name) {
    return switch (name) {
      case "pve-fw-conntrack-helper" ->
          new Format(
              "a list whose elements are each one of " + String.join(", ", Helpers.SORTED),
              text -> isList(text) && Helpers.SORTED.containsAll(List.of(text.split(","))));
      // The names of ports depend on the server's /etc/services.
      case "pve-fw-sport-spec" -> new Format(PORTS, text -> isPorts(text, false));
      case "pve-fw-dport-spec" -> new Format(PORTS, text -> isPorts(text, true));
      // The names of protocols depend on the server's /etc/protocols, where blanks separate them.
      case "pve-fw-protocol-spec" ->
          new Format(
              "the name of a protocol such as tcp, or its number of 0 to 255",
              FirewallFormats::isProtocol);
      case "pve-fw-addr-spec" ->
          new Format(
              "addresses and networks (10.0.0.0/8), a range, an alias or an IP set such as +name",
              FirewallFormats::isAddresses);
      case "pve-fw-icmp-type-spec" ->
          new Format(
              "the name of an ICMP type such as echo-request",
              text -> text.isEmpty() || IcmpTypes.ALL.contains(text));
      default -> null;
    };
  }

  /** Loaded only by the format of helpers. */
  private static final class Helpers {
    static final List<String> SORTED =
        List.of("amanda", "ftp", "irc", "netbios-ns", "pptp", "sane", "sip", "snmp", "tftp");
  }

  /** {@code $icmp_type_names} and {@code $icmpv6_type_names}. */
  private static final class IcmpTypes {
    static final Set<String> ALL =
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
  }

  private static boolean isList(String text) {
    return text.isEmpty() || !text.endsWith(",");
  }

  private static boolean isProtocol(String text) {
    return Digits.areAll(text)
        ? text.length() <= 3 && Digits.atMost(text, LAST_PROTOCOL)
        : text.codePoints().noneMatch(Character::isWhitespace);
  }

  /** As parse_port_name_number_or_range; only a destination may have ICMP types instead. */
  private static boolean isPorts(String text, boolean isDestination) {
    if (text.isEmpty()) {
      return true;
    }
    int numbers = 0;
    boolean isIcmp = false;
    for (String item : text.split(",", -1)) {
      int found = portNumbers(Format.chomped(item));
      if (found > 0) {
        numbers += found;
      } else if (isDestination && IcmpTypes.ALL.contains(item)) {
        isIcmp = true;
      } else if (found < 0 || !SERVICE.matcher(item).matches()) {
        return false;
      }
    }
    return numbers <= MOST_PORTS && !(isIcmp && numbers > 0);
  }

  /** Returns 1 for a port, 2 for a range, 0 for other text, and -1 for an invalid number. */
  private static int portNumbers(String item) {
    int colon = item.indexOf(':');
    String first = colon < 0 ? item : item.substring(0, colon);
    String last = item.substring(colon + 1);
    if (!Digits.areAll(first) || !Digits.areAll(last)) {
      return 0;
    }
    if (!Digits.atMost(first, LAST_PORT) || !Digits.atMost(last, LAST_PORT)) {
      return -1;
    }
    if (colon < 0) {
      return 1;
    }
    return Integer.parseInt(first) <= Integer.parseInt(last) ? 2 : -1;
  }

  /** As parse_address_list. */
  private static boolean isAddresses(String text) {
    if (IP_SET.matcher(text).matches()) {
      return text.length() <= LONGEST_NAME + 1;
    }
    if (ALIAS.matcher(text).matches()) {
      return text.length() <= LONGEST_NAME;
    }
    if (text.isEmpty()) {
      return true;
    }
    String[] elements = text.split(",", -1);
    OptionalInt common = NetIp.version(elements[0]);
    for (String element : elements) {
      OptionalInt version = NetIp.version(element);
      boolean isRangeInList = elements.length > 1 && element.indexOf('-') >= 0;
      if (version.isEmpty() || !version.equals(common) || isRangeInList) {
        return false;
      }
    }
    return true;
  }
}
