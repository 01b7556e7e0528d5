package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in rules: {@code 10.0.0.0/8}, {@code 10.0.0.1-10.0.0.9}, {@code +set}, an alias. */
final class AddressText {
  /** A reference to an IP set: scope and name. */
  static final Pattern SET =
      Pattern.compile(
          "\\+(guest/|dc/|sdn/)?([A-Za-z][A-Za-z0-9\\-_]{1,63}(?:-(?:all|gateway|no-gateway|dhcp))?)");

  /** A reference to an alias: scope and name. */
  static final Pattern ALIAS = Pattern.compile("(guest/|dc/)?([A-Za-z][A-Za-z0-9\\-_]{1,63})");

  private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2})?");
  private static final Pattern IPV6 =
      Pattern.compile("(?=[^/]*:[^/]*:)[0-9a-fA-F:.]{2,45}(?:/\\d{1,3})?");

  private AddressText() {}

  /** Returns 4 or 6, or 0 for a text that is no address. */
  static int version(String address) {
    if (IPV4.matcher(address).matches()) {
      return 4;
    }
    return IPV6.matcher(address).matches() ? 6 : 0;
  }

  /**
   * Returns 4 or 6 for a list of addresses and ranges, or 0 for a reference.
   *
   * @param parameter the parameter, for the refusal
   */
  static int versionOfList(String parameter, String list) {
    if (list.startsWith("+") || ALIAS.matcher(list).matches()) {
      return 0;
    }
    int version = 0;
    for (String part : list.split(",", -1)) {
      for (String address : part.split("-", 2)) {
        int found = version(address.strip());
        if (found == 0) {
          throw RefusalException.parameter(
              parameter, "invalid address '" + address.strip() + "' in address list");
        }
        if (version != 0 && version != found) {
          throw RefusalException.parameter(
              parameter, "detected mixed ipv4/ipv6 addresses in address list");
        }
        version = found;
      }
    }
    return version;
  }

  /** Returns an address as the server stores it: without the prefix of a single address. */
  static String normalized(String address) {
    Matcher single = Pattern.compile("(.*)/(32|128)").matcher(address);
    boolean isSingle =
        single.matches() && single.group(2).equals(version(address) == 4 ? "32" : "128");
    return isSingle ? single.group(1) : address;
  }
}
