package io.github.proxmoxmpc.api.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named formats of the server (PVE::JSONSchema and the modules that register their own).
 *
 * <p>Each is as strict as the server and no stricter; formats whose rule lies in the server's state
 * are not here.
 */
final class Formats {
  private static final String LIST = "-list";
  private static final String OPTIONAL = "-opt";
  // PVE::Tools::split_list
  private static final Pattern SEPARATORS = Pattern.compile("[,;\\s\\x00]+");

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
  private static final String HOST_PART = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  private static final String USER_NAME = "[^\\s:/]+";
  private static final String REALM = "[A-Za-z][A-Za-z0-9.\\-_]+";
  private static final String SAFE_ID = "(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]";

  private static final Predicate<String> IS_IPV4 = matches(IPV4);
  private static final Predicate<String> IS_IPV6 = Formats::isIpv6;
  private static final Predicate<String> IS_IP = IS_IPV4.or(IS_IPV6);
  private static final Predicate<String> IS_DNS = matches(HOST_PART + "(?:\\." + HOST_PART + ")*");

  private static final Map<String, Format> KNOWN = new HashMap<>();

  static {
    know("ip", "an IP address", IS_IP);
    know("ipv4", "an IPv4 address", IS_IPV4);
    know("ipv6", "an IPv6 address", IS_IPV6);
    know("CIDRv4", "an IPv4 network in CIDR notation", value -> isCidr(value, IS_IPV4, 8, 32));
    know("CIDRv6", "an IPv6 network in CIDR notation", value -> isCidr(value, IS_IPV6, 8, 128));
    know("CIDR", "a network in CIDR notation", Formats::isAnyCidr);
    // Only this one lets prefixes of less than 8 bits through.
    know(
        "FullRangeCIDR",
        "a network in CIDR notation",
        value -> isCidr(value, IS_IPV4, 0, 32) || isCidr(value, IS_IPV6, 0, 128));
    know("IPorCIDR", "an IP address or a network in CIDR notation", IS_IP.or(Formats::isAnyCidr));
    know("dns-name", "a DNS name", IS_DNS);
    know("address", "an IP address or a DNS name", IS_IP.or(IS_DNS));
    know(
        "mac-addr",
        "a unicast MAC address such as BC:24:11:00:00:01",
        matches("(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){5}"));
    know(
        "mac-prefix",
        "the beginning of a MAC address such as BC:24:11",
        matches("(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){0,2}:?"));
    know("disk-size", "a size such as 32G", matches("\\d+(?:\\.\\d+)?[KMGT]?"));
    know("pve-node", "a node name", matches(HOST_PART));
    know("pve-vmid", "a guest id of 100 to 999999999", Formats::isVmId);
    know(
        "pve-configid",
        "a letter followed by letters, digits, '_' and '-'",
        matches("(?i)[a-z][a-z0-9_-]+"));
    know("pve-storage-id", "a storage id", matches(SAFE_ID));
    know(
        "pve-storage-vgname",
        "the name of a volume group",
        matches("(?i)[a-z0-9][a-z0-9\\-_.]*[a-z0-9]"));
    know("pve-poolid", "a pool id", matches("[A-Za-z0-9.\\-_]+(?:/[A-Za-z0-9.\\-_]+){0,2}"));
    know("pve-realm", "a realm", matches(REALM));
    know("pve-userid", "a user such as name@realm", matches(USER_NAME + "@" + REALM));
    know(
        "pve-tokenid",
        "a token such as name@realm!token",
        matches(USER_NAME + "@" + REALM + "![A-Za-z][A-Za-z0-9.\\-_]+"));
    know("pve-groupid", "letters, digits, '.', '-' and '_'", matches("[A-Za-z0-9.\\-_]+"));
    know("pve-roleid", "letters, digits, '.', '-' and '_'", matches("[A-Za-z0-9.\\-_]+"));
    know(
        "pve-volume-id",
        "a volume id such as local:iso/a.iso",
        matches("(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]:.+"));
    know(
        "pve-tag",
        "a tag: letters, digits, '_', '-', '+' and '.'",
        matches("(?i)[a-z0-9_][a-z0-9_\\-+.]*"));
    know(
        "email",
        "an e-mail address",
        matches("[\\w+\\-~]+(?:\\.[\\w+\\-~]+)*@[a-zA-Z0-9\\-]+(?:\\.[a-zA-Z0-9\\-]+)*"));
    know("pve-iface", "the name of an interface", matches("(?i)[a-z][a-z0-9_]{1,20}(?:[:.]\\d+)?"));
    know("pve-replication-job-id", "a job id such as 100-0", matches("[1-9][0-9]{2,8}-\\d{1,9}"));
  }

  private Formats() {}

  private static void know(String name, String expected, Predicate<String> test) {
    KNOWN.put(name, new Format(expected, test));
  }

  /** A format by its name; {@code -list} and {@code -opt} are understood; null where unknown. */
  static @Nullable Format named(String name) {
    Format known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    if (name.endsWith(LIST)) {
      Format element = named(name.substring(0, name.length() - LIST.length()));
      return element == null
          ? null
          : new Format(
              "a list of which each is " + element.expected(), value -> each(value, element));
    }
    if (name.endsWith(OPTIONAL)) {
      Format element = named(name.substring(0, name.length() - OPTIONAL.length()));
      return element == null
          ? null
          : new Format(
              element.expected() + ", or empty",
              value -> value.isEmpty() || element.accepts(value));
    }
    return null;
  }

  private static boolean each(String list, Format element) {
    List<String> parts = Arrays.asList(SEPARATORS.split(list.trim()));
    return parts.stream().filter(part -> !part.isEmpty()).allMatch(element::accepts);
  }

  private static Predicate<String> matches(String rule) {
    Pattern pattern = Pattern.compile(rule);
    return value -> pattern.matcher(value).matches();
  }

  private static boolean isVmId(String value) {
    return value.matches("[1-9][0-9]{2,8}");
  }

  private static boolean isAnyCidr(String value) {
    return isCidr(value, IS_IPV4, 8, 32) || isCidr(value, IS_IPV6, 8, 128);
  }

  private static boolean isCidr(
      String value, Predicate<String> address, int shortest, int longest) {
    int slash = value.indexOf('/');
    if (slash < 0 || !value.substring(slash + 1).matches("\\d{1,3}")) {
      return false;
    }
    int length = Integer.parseInt(value.substring(slash + 1));
    return address.test(value.substring(0, slash)) && length >= shortest && length <= longest;
  }

  private static boolean isIpv6(String value) {
    int gap = value.indexOf("::");
    if (gap < 0) {
      return groups(value) == 8;
    }
    if (value.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int before = groups(value.substring(0, gap));
    int after = groups(value.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** The groups of 16 bits in a run of them; -1 where it is none. */
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
