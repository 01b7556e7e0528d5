package io.github.proxmoxmpc.simulator.internal.ha;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** HA resources and rules, after PVE::API2::HA of 9.2. */
final class HaSections {
  static final String RESOURCES = "/cluster/ha/resources";
  static final String RULES = "/cluster/ha/rules";

  private HaSections() {}

  static SectionType resources() {
    return SectionType.at(RESOURCES + "/{sid}")
        .key((call, sid) -> sid(call, sid))
        .exists("create resource failed: resource ID '%s' already defined")
        .missing(sid -> RefusalException.failure("no such resource '" + sid + "'"))
        .controls("purge type")
        .check(HaSections::checkResource)
        .then(HaSections::removeFromRules)
        .row((call, resource, json) -> json.put("type", type(resource)))
        .item((call, resource, json) -> json.put("type", type(resource)))
        .listed((call, resource) -> call.text("type", type(resource)).equals(type(resource)))
        .digestInRows();
  }

  private static String type(Section resource) {
    return resource.id().substring(0, resource.id().indexOf(':'));
  }

  /** Returns the id of a resource, {@code vm:100}, for this or the bare id of a guest. */
  static String sid(RoutedCall call, String sent) {
    if (sent.contains(":")) {
      return sent;
    }
    ClusterGuest guest = call.cluster().guests().get(Integer.valueOf(sent));
    if (guest == null) {
      throw RefusalException.failure(
          "unable to detect SID from VMID - VM/CT " + sent + " does not exist");
    }
    return (guest.kind() == GuestKind.VM ? "vm:" : "ct:") + sent;
  }

  /** Returns the guest of a resource, or null. */
  static @Nullable ClusterGuest guest(RoutedCall call, String sid) {
    String vmid = sid.substring(sid.indexOf(':') + 1);
    return vmid.matches("\\d{1,9}") ? call.cluster().guests().get(Integer.valueOf(vmid)) : null;
  }

  private static void checkResource(SectionChange change) {
    RoutedCall call = change.call();
    String sid = change.section().id();
    if (call.has("type") && !call.text("type", "").equals(type(change.section()))) {
      throw RefusalException.failure("types does not match");
    }
    if (call.has("group")) {
      throw RefusalException.failure(
          "invalid parameter 'group': ha groups have been migrated to rules");
    }
    if (change.creates()) {
      ClusterGuest guest = guest(call, sid);
      if (guest == null) {
        throw RefusalException.failure("resource '" + sid + "' does not exist in cluster");
      }
      if (guest.kind() != HaRoutes.kind(sid)) {
        throw RefusalException.failure(
            "resource '"
                + sid
                + "' - guest with ID "
                + guest.vmid()
                + " is not a "
                + (guest.kind() == GuestKind.VM ? "CT" : "VM"));
      }
    }
  }

  /** Removes a deleted resource from the rules, and the rules that are empty without it. */
  private static void removeFromRules(SectionChange change) {
    if (!change.deletes() || "0".equals(change.call().text("purge"))) {
      return;
    }
    SectionFile rules = change.call().cluster().sections().file(RULES);
    for (Section rule : rules.all()) {
      List<String> left = new ArrayList<>(ParameterCheck.split(rule.text("resources", "")));
      if (left.remove(change.section().id()) && left.isEmpty()) {
        rules.remove(rule.id());
      } else {
        rule.set("resources", String.join(",", left));
      }
    }
  }

  static SectionType rules() {
    return SectionType.at(RULES + "/{rule}")
        .kindOption("type")
        .kind(
            "node-affinity",
            SectionKind.requiring("resources", "nodes").allowing("strict disable comment"))
        .kind(
            "resource-affinity",
            SectionKind.requiring("resources", "affinity").allowing("disable comment"))
        .exists("create ha rule failed: HA rule '%s' already defined")
        .missing("no such ha rule '%s'")
        .inOrder()
        .deletedSilently()
        .check(HaSections::checkRule)
        .row((call, rule, json) -> json.put("order", order(call, rule)))
        .item((call, rule, json) -> json.put("order", order(call, rule)))
        .listed(HaSections::isWanted)
        .digestInRows();
  }

  private static long order(RoutedCall call, Section rule) {
    return call.cluster().sections().file(RULES).ids().indexOf(rule.id()) + 1L;
  }

  private static boolean isWanted(RoutedCall call, Section rule) {
    String type = call.text("type");
    String resource = call.text("resource");
    return (type == null || type.equals(rule.text("type")))
        && (resource == null
            || ParameterCheck.split(rule.text("resources", "")).contains(sid(call, resource)));
  }

  private static void checkRule(SectionChange change) {
    if (change.deletes()) {
      return;
    }
    String failed = change.creates() ? "create ha rule failed: " : "update HA rules failed: ";
    Section rule = change.section();
    if ("0".equals(rule.text("disable"))) {
      rule.set("disable", null);
    }
    Set<String> unmanaged = new TreeSet<>();
    Set<String> resources = new TreeSet<>();
    for (String one : ParameterCheck.split(rule.text("resources", ""))) {
      String sid = sid(change.call(), one);
      resources.add(sid);
      if (!change.call().cluster().sections().file(RESOURCES).has(sid)) {
        unmanaged.add(sid);
      }
    }
    if (!unmanaged.isEmpty()) {
      throw RefusalException.failure(
          failed + "cannot use unmanaged resource(s) " + String.join(", ", unmanaged) + ".");
    }
    rule.set("resources", String.join(",", resources));
    Set<String> unknown = new TreeSet<>();
    for (String one : ParameterCheck.split(rule.text("nodes", ""))) {
      String node = one.replaceFirst(":.*", "");
      if (!change.call().cluster().nodes().containsKey(node)) {
        unknown.add(node);
      }
    }
    if (!unknown.isEmpty()) {
      throw RefusalException.failure(
          failed + "cannot use non-existent node(s) " + String.join(", ", unknown) + ".");
    }
    checkFeasible(change, resources);
  }

  private static void checkFeasible(SectionChange change, Set<String> resources) {
    Section rule = change.section();
    boolean isNodeAffinity = "node-affinity".equals(rule.text("type"));
    String error = "";
    if (!isNodeAffinity && resources.size() < 2) {
      error = "rule is ineffective as there are less than two resources";
    }
    for (Section other : change.call().cluster().sections().file(RULES).all()) {
      List<String> others = ParameterCheck.split(other.text("resources", ""));
      if (isNodeAffinity
          && !other.id().equals(rule.id())
          && "node-affinity".equals(other.text("type"))) {
        for (String sid : resources) {
          if (others.contains(sid)) {
            error = "resource '" + sid + "' is already used in another node affinity rule";
          }
        }
      }
    }
    if (!error.isEmpty() && !rule.isTrue("disable")) {
      throw new InvalidParametersException(
          "Rule '" + rule.id() + "' is invalid.", Map.of("resources", error));
    }
  }
}
