package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The options, aliases, IP sets and security groups, after PVE::API2::Firewall of 9.2. */
final class FirewallSections {
  private static final String SPELLING = "spelling";

  private FirewallSections() {}

  static SectionType options(FirewallScope scope) {
    return SectionType.settings(scope.path() + "/options")
        .storedAt(scope.storedAt("options"))
        .unknownOption(
            option -> RefusalException.parameter("delete", "no such option '" + option + "'"))
        .readCheck(call -> scope.check(call, false))
        .check(change -> setTime(scope, change))
        .digest();
  }

  // An administrator who is locked out gets a change undone that has a time instead of a 1.
  private static void setTime(FirewallScope scope, SectionChange change) {
    scope.check(change.call(), true);
    if (scope == FirewallScope.CLUSTER && change.call().number("enable", 0) > 1) {
      change.section().set("enable", change.call().cluster().now().getEpochSecond());
    }
  }

  static SectionType aliases(FirewallScope scope) {
    return SectionType.at(scope.path() + "/aliases/{name}")
        .storedAt(scope.storedAt("aliases"))
        .controls("rename")
        .key(name -> name.toLowerCase(Locale.ROOT))
        .exists(name -> RefusalException.parameter("name", "alias '" + name + "' already exists"))
        .missing(name -> RefusalException.parameter("name", "no such alias"))
        .replaced()
        .deletedSilently()
        .check(change -> checkAlias(scope, change))
        .then(change -> renameAlias(scope, change))
        .row((call, alias, json) -> shape(alias, json))
        .digestInRows()
        .item(
            (call, alias, json) -> {
              shape(alias, json);
              json.remove("digest");
            });
  }

  private static void shape(Section alias, Map<String, @Nullable Object> json) {
    json.put("name", json.remove(SPELLING));
    json.put("ipversion", (long) AddressText.version(alias.text("cidr", "")));
  }

  private static void checkAlias(FirewallScope scope, SectionChange change) {
    if (change.deletes()) {
      return;
    }
    RoutedCall call = change.call();
    change.section().set(SPELLING, call.text("rename", call.required("name")));
    if (renames(change) && scope.file(call, "aliases").has(newName(call))) {
      throw RefusalException.parameter(
          "name", "alias '" + call.text("rename") + "' already exists");
    }
  }

  private static boolean renames(SectionChange change) {
    return change.call().has("rename") && !newName(change.call()).equals(change.section().id());
  }

  private static String newName(RoutedCall call) {
    return call.required("rename").toLowerCase(Locale.ROOT);
  }

  private static void renameAlias(FirewallScope scope, SectionChange change) {
    if (!change.deletes() && renames(change)) {
      SectionFile aliases = scope.file(change.call(), "aliases");
      aliases.remove(change.section().id());
      aliases.put(change.section().copy(newName(change.call())));
    }
  }

  /** Returns the entries of IP sets, which take the paths of a single set. */
  static SectionType setEntries(FirewallScope scope) {
    return SectionType.at(scope.path() + "/ipset/{name}/{cidr}")
        .storedAt(scope.storedAt("ipset-entries/{name}"))
        .newestFirst()
        .key(AddressText::normalized)
        .exists(cidr -> RefusalException.parameter("cidr", "address '" + cidr + "' already exists"))
        .missing(cidr -> RefusalException.parameter("cidr", "no such IP/Network"))
        .replaced()
        .deletedSilently()
        .readCheck(call -> requireSet(scope, call))
        .check(change -> checkEntry(scope, change))
        .digestInRows();
  }

  private static void checkEntry(FirewallScope scope, SectionChange change) {
    requireSet(scope, change.call());
    if (!change.creates()) {
      return;
    }
    String cidr = change.section().id();
    Matcher alias = AddressText.ALIAS.matcher(cidr);
    if (alias.matches() && FirewallSections.alias(scope, change.call(), alias.group(2)) == null) {
      throw RefusalException.failure("no such alias '" + alias.group(2) + "'");
    }
    if (cidr.matches(".*/0+")) {
      throw RefusalException.parameter("cidr", "a zero prefix is not allowed in ipset entries");
    }
  }

  /** Returns an alias of the firewall or else of the cluster, or null. */
  static @Nullable Section alias(FirewallScope scope, RoutedCall call, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Section own = scope.isGuest() ? scope.file(call, "aliases").find(key) : null;
    return own == null ? FirewallScope.CLUSTER.file(call, "aliases").find(key) : own;
  }

  private static void requireSet(FirewallScope scope, RoutedCall call) {
    if (!scope.file(call, "ipset").has(call.required("name"))) {
      throw RefusalException.failure("no such IPSet '" + call.required("name") + "'");
    }
  }

  /** Returns the IP sets. A set is renamed or described by creating it with {@code rename}. */
  static SectionType sets(FirewallScope scope) {
    return SectionType.at(scope.path() + "/ipset/{name}")
        .storedAt(scope.storedAt("ipset"))
        .controls("rename force")
        .exists(name -> RefusalException.parameter("name", "IPSet '" + name + "' already exists"))
        .missing("no such IPSet '%s'")
        .check(
            change -> {
              SectionFile entries = scope.file(change.call(), "ipset-entries/{name}");
              if (change.deletes() && !entries.isEmpty() && !change.call().isTrue("force")) {
                throw RefusalException.failure(
                    "IPSet '" + change.section().id() + "' is not empty");
              }
            })
        .then(
            change -> {
              if (change.deletes()) {
                scope.file(change.call(), "ipset-entries/{name}").replaceAll(List.of());
              }
            })
        .digestInRows();
  }

  /** Returns the security groups; their rules take the paths of a single group. */
  static SectionType groups() {
    return SectionType.at("/cluster/firewall/groups/{group}")
        .controls("rename")
        .exists(
            group ->
                RefusalException.parameter(
                    "group", "Security group '" + group + "' already exists"))
        .missing("no such security group '%s'")
        .check(
            change -> {
              if (change.deletes() && !FirewallScope.GROUP.file(change.call(), "rules").isEmpty()) {
                throw RefusalException.failure(
                    "Security group '" + change.section().id() + "' is not empty");
              }
            })
        .digestInRows();
  }

  /**
   * Changes the name or the comment of a section, as a create request with {@code rename} does.
   *
   * @param parameter the parameter of the new name
   * @param noun the noun of the refusals
   * @return the old name
   */
  static String rename(RoutedCall call, SectionFile file, String parameter, String noun) {
    SectionRoutes.checkDigest(call, file);
    String from = call.required("rename");
    String to = call.required(parameter);
    Section old = file.find(from);
    if (old == null) {
      throw RefusalException.parameter(parameter, noun + " '" + from + "' does not exist");
    }
    if (file.has(to) && !to.equals(from)) {
      throw RefusalException.parameter(parameter, noun + " '" + to + "' does already exist");
    }
    Section renamed = old.copy(to);
    if (call.has("comment")) {
      renamed.set("comment", call.text("comment"));
    }
    file.remove(from);
    file.put(renamed);
    return from;
  }
}
