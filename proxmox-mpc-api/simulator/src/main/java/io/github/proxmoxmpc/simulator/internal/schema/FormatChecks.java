package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the API's named formats, with the server's error messages: as seen on Proxmox VE 9.2.11
 * for user names, VM ids, DNS names, email addresses and storage ids; others after PVE::JSONSchema.
 * A format without a check accepts everything.
 */
final class FormatChecks {
  private static final Map<String, UnaryOperator<@Nullable String>> CHECKS = new HashMap<>();

  private static final String IPV4_OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final String IPV4 = "(?:" + IPV4_OCTET + "\\.){3}" + IPV4_OCTET;
  private static final String IPV6 = "(?=[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:)[0-9a-fA-F:.]{2,45}";
  private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?";
  private static final String DNS_NAME = "(?:" + LABEL + "\\.)*" + LABEL;

  static {
    fixed("pve-node", LABEL, "value does not look like a valid node name");
    fixed("pve-vmid", "[1-9][0-9]{2,8}", "value does not look like a valid VM ID");
    fixed("dns-name", DNS_NAME, "value does not look like a valid DNS name");
    fixed("ipv4", IPV4, "value does not look like a valid IPv4 address");
    fixed("ipv6", IPV6, "value does not look like a valid IPv6 address");
    fixed("ip", IPV4 + "|" + IPV6, "value does not look like a valid IP address");
    fixed(
        "mac-addr",
        "(?i)[a-f0-9][02468ace](?::[a-f0-9]{2}){5}",
        "value does not look like a valid unicast MAC address");
    fixed(
        "CIDRv4",
        "(?:" + IPV4 + ")/(?:[1-9]|[12]\\d|3[0-2])",
        "value does not look like a valid IPv4 network");
    fixed(
        "CIDRv6",
        "(?:" + IPV6 + ")/(?:[1-9]|[1-9]\\d|1[01]\\d|12[0-8])",
        "value does not look like a valid IPv6 network");
    fixed(
        "CIDR",
        "(?:"
            + IPV4
            + ")/(?:[1-9]|[12]\\d|3[0-2])|(?:"
            + IPV6
            + ")/(?:[1-9]|[1-9]\\d|1[01]\\d|12[0-8])",
        "value does not look like a valid CIDR network");
    fixed(
        "pve-ipv4-config",
        "dhcp|manual|(?:" + IPV4 + ")/\\d{1,2}",
        "value does not look like a valid ipv4 network configuration");
    fixed(
        "pve-ipv6-config",
        "auto|dhcp|manual|(?:" + IPV6 + ")/\\d{1,3}",
        "value does not look like a valid ipv6 network configuration");
    fixed(
        "email",
        "[\\w+\\-~]+(?:\\.[\\w+\\-~]+)*@[a-zA-Z0-9\\-]+(?:\\.[a-zA-Z0-9\\-]+)*",
        "value does not look like a valid email address");
    fixed("pve-realm", "[A-Za-z][A-Za-z0-9.\\-_]+", "value does not look like a valid realm");
    quoting("pve-configid", "(?i)[a-z][a-z0-9_-]+", "invalid configuration ID '%s'");
    quoting(
        "pve-userid",
        "[^\\s:/]+@[A-Za-z][A-Za-z0-9.\\-_]+",
        "value '%s' does not look like a valid user name");
    quoting("pve-groupid", "[A-Za-z0-9.\\-_]+", "group name '%s' contains invalid characters");
    quoting("pve-roleid", "[A-Za-z0-9.\\-_]+", "role name '%s' contains invalid characters");
    quoting(
        "pve-poolid",
        "[A-Za-z0-9.\\-_]+(?:/[A-Za-z0-9.\\-_]+){0,2}",
        "pool name '%s' contains invalid characters");
    quoting(
        "pve-iface",
        "(?i)[a-z][a-z0-9_]{1,20}(?:[:.]\\d+)?",
        "invalid network interface name '%s'");
    quoting("pve-bridge-id", "[-_.\\w\\d]+", "invalid bridge ID '%s'");
    quoting(
        "pve-volume-id", "(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]:.+", "unable to parse volume ID '%s'");
    quoting(
        "disk-size", "\\d+(?:\\.\\d+)?[KMGT]?", "value does not look like a valid disk size: %s");
    quoting(
        "address",
        DNS_NAME + "|" + IPV4 + "|" + IPV6,
        "value does not look like a valid address: %s");
    fixed("pve-tag", "(?i)[a-z0-9_][a-z0-9_\\-+.]*", "invalid characters in tag");
    CHECKS.put("pve-storage-id", FormatChecks::storageId);
  }

  private FormatChecks() {}

  /** Returns the server's error message, including its newline, or null if the value is valid. */
  static @Nullable String complaint(String format, String value) {
    if (format.endsWith("-list")) {
      return complaintOfList(format.substring(0, format.length() - "-list".length()), value);
    }
    if (format.endsWith("-opt")) {
      return value.isEmpty()
          ? null
          : complaint(format.substring(0, format.length() - "-opt".length()), value);
    }
    UnaryOperator<@Nullable String> check = CHECKS.get(format);
    return check == null ? null : check.apply(value);
  }

  private static @Nullable String complaintOfList(String format, String value) {
    for (String item : split(value)) {
      String complaint = complaint(format, item);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  /** Splits a list as the server does: at commas, semicolons, spaces and NUL. */
  static List<String> split(String list) {
    return Arrays.stream(list.split("[,;\\s\0]+")).filter(item -> !item.isEmpty()).toList();
  }

  private static void fixed(String format, String regex, String complaint) {
    Pattern pattern = Pattern.compile(regex);
    CHECKS.put(
        format,
        value -> value != null && pattern.matcher(value).matches() ? null : complaint + "\n");
  }

  private static void quoting(String format, String regex, String complaint) {
    Pattern pattern = Pattern.compile(regex);
    CHECKS.put(
        format,
        value ->
            value != null && pattern.matcher(value).matches()
                ? null
                : complaint.replace("%s", String.valueOf(value)) + "\n");
  }

  private static @Nullable String storageId(@Nullable String id) {
    if (id == null || id.length() < 2) {
      return "storage ID '" + id + "' cannot be shorter than 2 characters\n";
    }
    return id.matches("(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]")
        ? null
        : "storage ID '" + id + "' contains illegal characters\n";
  }
}
