package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.Set;
import java.util.regex.Matcher;

/** Checks a rule, after verify_rule of PVE::Firewall of 9.2. */
final class RuleCheck {
  private static final Set<String> ACTIONS = Set.of("ACCEPT", "DROP", "REJECT");
  private static final Set<String> ICMP = Set.of("icmp", "icmpv6", "ipv6-icmp");
  private static final Set<String> WITH_PORTS =
      Set.of("tcp", "6", "udp", "17", "udplite", "136", "sctp", "132", "dccp", "33");

  private final FirewallScope scope;
  private final RoutedCall call;
  private final Section rule;
  private int version;

  private RuleCheck(FirewallScope scope, RoutedCall call, Section rule) {
    this.scope = scope;
    this.call = call;
    this.rule = rule;
  }

  /** Checks a rule and adds the IP version that follows from its addresses. */
  static void check(FirewallScope scope, RoutedCall call, Section rule) {
    new RuleCheck(scope, call, rule).run();
  }

  private void run() {
    checkTypeAndAction(rule.text("type", ""), rule.text("action", ""));
    checkInterface();
    checkMacro();
    checkProtocol();
    checkAddress("source");
    checkAddress("dest");
    rule.set("ipversion", version == 0 ? null : version);
  }

  private void checkTypeAndAction(String type, String action) {
    require(!type.isEmpty(), "type", "missing property");
    require(!action.isEmpty(), "action", "missing property");
    require(
        scope.ruleTypes().contains(type),
        "type",
        "invalid rule type '" + type + "' for rule_env '" + scope.environment() + "'");
    if (type.equals("group")) {
      require(
          action.matches("[A-Za-z][A-Za-z0-9\\-_]+"),
          "action",
          "invalid characters in security group name");
    } else {
      require(
          !type.equals("forward") || !action.equals("REJECT"),
          "action",
          "cannot define REJECT rules on forward chain");
      require(ACTIONS.contains(action), "action", "unknown action '" + action + "'");
    }
  }

  private void checkInterface() {
    String name = rule.text("iface");
    if (name == null) {
      return;
    }
    require(scope.allowsInterface(), "type", "parameter -i not allowed for this rule type");
    require(
        !scope.isGuest() || name.matches("net\\d+"),
        "iface",
        "value does not match the regex pattern 'net\\d+'");
  }

  private void checkMacro() {
    String macro = rule.text("macro");
    if (macro != null) {
      String known = Macros.preferredName(macro);
      require(known != null, "macro", "unknown macro '" + macro + "'");
      rule.set("macro", known);
    }
  }

  private void checkProtocol() {
    String protocol = rule.text("proto", "");
    boolean isIcmp = ICMP.contains(protocol);
    if (isIcmp) {
      setVersion(protocol.equals("icmp") ? 4 : 6, "proto");
    }
    if (rule.has("dport")) {
      require(!protocol.isEmpty(), "proto", "missing property - 'dport' requires this property");
      require(
          WITH_PORTS.contains(protocol) || isIcmp,
          "dport",
          "protocol '" + protocol + "' does not support ports");
    }
    if (rule.has("icmp-type")) {
      require(isIcmp, "proto", "missing property - 'icmp-type' requires this property");
      require(
          !rule.has("dport"), "icmp-type", "'icmp-type' cannot be specified together with 'dport'");
    }
    if (rule.has("sport")) {
      require(!protocol.isEmpty(), "proto", "missing property - 'sport' requires this property");
      require(
          WITH_PORTS.contains(protocol),
          "sport",
          "protocol '" + protocol + "' does not support ports");
    }
  }

  private void checkAddress(String option) {
    String value = rule.text(option);
    if (value == null) {
      return;
    }
    setVersion(AddressText.versionOfList(option, value), option);
    Matcher set = AddressText.SET.matcher(value);
    Matcher alias = AddressText.ALIAS.matcher(value);
    if (value.startsWith("+")) {
      require(set.matches(), option, "invalid ipset name '" + value + "'");
      require(isSet(set.group(2)), option, "no such ipset '" + set.group(2) + "'");
    } else if (alias.matches()) {
      Section found = FirewallSections.alias(scope, call, alias.group(2));
      require(found != null, option, "no such alias '" + value + "'");
      if (found != null) {
        setVersion(AddressText.version(found.text("cidr", "")), option);
      }
    }
  }

  private boolean isSet(String name) {
    // The sets of a virtual network come from its subnets.
    String vnet = name.replaceFirst("-(all|gateway|no-gateway|dhcp)$", "");
    return FirewallScope.CLUSTER.file(call, "ipset").has(name)
        || (scope.isGuest() && scope.file(call, "ipset").has(name))
        || (!vnet.equals(name)
            && call.cluster().sections().find("/cluster/sdn/vnets", vnet) != null);
  }

  private void setVersion(int found, String option) {
    require(
        found == 0 || version == 0 || found == version,
        option,
        "detected mixed ipv4/ipv6 addresses in rule");
    version = found == 0 ? version : found;
  }

  private static void require(boolean condition, String parameter, String complaint) {
    if (!condition) {
      throw RefusalException.parameter(parameter, complaint);
    }
  }
}
