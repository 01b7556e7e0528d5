package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of firewall rules: PVE::Firewall. */
final class FirewallFormats {
  private static final Set<String> HELPERS =
      Set.of("amanda", "ftp", "irc", "netbios-ns", "pptp", "sane", "sip", "snmp", "tftp");
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

  /** The names of /etc/services that firewall rules commonly use. */
  private static final Set<String> SERVICES =
      Set.of(
          ("echo discard daytime ftp-data ftp ssh telnet smtp time whois tacacs domain bootps bootpc"
                  + " tftp gopher finger http kerberos pop3 sunrpc nntp ntp netbios-ns netbios-dgm"
                  + " netbios-ssn imap2 imap snmp snmp-trap bgp irc ldap https microsoft-ds"
                  + " submissions isakmp syslog printer route uucp ipp submission ldaps"
                  + " domain-s rsync ftps-data ftps telnets imaps pop3s socks openvpn"
                  + " ms-sql-s ms-sql-m oracle nfs l2tp pptp radius radius-acct mysql rdp"
                  + " ms-wbt-server postgresql svn iscsi-target sip sip-tls xmpp-client xmpp-server"
                  + " amqp amqps x11 redis http-alt webmin zabbix-agent zabbix-trapper bacula-dir"
                  + " bacula-fd bacula-sd nut git mdns ircs-u munin")
              .split(" "));

  private static final Pattern PORT = Pattern.compile("(\\d+)(?::(\\d+))?");
  private static final String ALIAS = "(?:dc/|guest/)?[A-Za-z][A-Za-z0-9\\-_]+";
  private static final int MOST_PORTS = 15;
  private static final int LAST_PORT = 65535;

  private FirewallFormats() {}

  static void addTo(FormatTable table) {
    String network =
        "(?:"
            + AddressFormats.IPV4
            + "(?:/(?:[12]?\\d|3[0-2]))?)"
            + "|(?:"
            + AddressFormats.IPV6
            + "(?:/(?:\\d?\\d|1[01]\\d|12[0-8]))?)";
    table.matching(
        "IPorCIDR", network, "value does not look like a valid IP address or CIDR network");
    table.matching(
        "IPorCIDRorAlias",
        ALIAS + "|" + network,
        "value does not look like a valid IP address or CIDR network");
    table.checking("pve-fw-conntrack-helper", FirewallFormats::helpers);
    table.checking("pve-fw-sport-spec", value -> ports(value, Set.of()));
    table.checking("pve-fw-dport-spec", value -> ports(value, ICMP_TYPES));
    table.checking(
        "pve-fw-icmp-type-spec",
        value ->
            value.isEmpty() || ICMP_TYPES.contains(value)
                ? null
                : "invalid icmp-type value '" + value + "'\n");
  }

  private static @Nullable String helpers(String list) {
    for (String helper : list.split(",", -1)) {
      if (helper.isEmpty()) {
        return "extraneous commas in list\n";
      }
      if (!HELPERS.contains(helper)) {
        return "unknown helper " + helper + "\n";
      }
    }
    return null;
  }

  private static @Nullable String ports(String list, Set<String> icmpTypes) {
    int count = 0;
    boolean isIcmp = false;
    for (String item : list.split(",", -1)) {
      if (item.isEmpty()) {
        return "extraneous commas in list\n";
      }
      Matcher port = PORT.matcher(item);
      if (port.matches()) {
        String complaint = range(port.group(1), port.group(2));
        if (complaint != null) {
          return complaint;
        }
        count += port.group(2) == null ? 1 : 2;
      } else if (icmpTypes.contains(item)) {
        isIcmp = true;
      } else if (!SERVICES.contains(item)) {
        return "invalid port '" + item + "'\n";
      }
    }
    if (isIcmp && count > 0) {
      return "ICMP ports not allowed in port range\n";
    }
    return count > MOST_PORTS ? "too many entries in port list (> 15 numbers)\n" : null;
  }

  private static @Nullable String range(String first, @Nullable String last) {
    if (isBeyond(first)) {
      return "invalid port '" + first + "'\n";
    }
    if (last == null) {
      return null;
    }
    if (isBeyond(last)) {
      return "invalid port '" + last + "'\n";
    }
    return Integer.parseInt(first) > Integer.parseInt(last)
        ? "backwards range '"
            + first
            + ":"
            + last
            + "' not allowed, did you mean '"
            + last
            + ":"
            + first
            + "'?\n"
        : null;
  }

  private static boolean isBeyond(String port) {
    return port.length() > 9 || Integer.parseInt(port) > LAST_PORT;
  }
}
