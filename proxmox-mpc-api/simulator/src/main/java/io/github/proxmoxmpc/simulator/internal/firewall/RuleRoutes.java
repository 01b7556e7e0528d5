package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a firewall: an ordered list whose elements have a position and no id. A new rule
 * comes first.
 */
final class RuleRoutes {
  private static final Set<String> CONTROLS =
      Set.of("node", "vmid", "vnet", "group", "pos", "moveto", "digest", "delete");

  private final FirewallScope scope;

  private RuleRoutes(FirewallScope scope) {
    this.scope = scope;
  }

  static void addTo(Routes routes, FirewallScope scope) {
    RuleRoutes rules = new RuleRoutes(scope);
    String list = scope.rulesPath();
    String item = list + "/{pos}";
    routes
        .on("GET " + list, rules::list)
        .on("POST " + list, rules::create)
        .on("GET " + item, rules::read)
        .on("PUT " + item, rules::update)
        .on("DELETE " + item, rules::delete);
  }

  private List<Map<String, @Nullable Object>> list(RoutedCall call) {
    scope.check(call, false);
    SectionFile file = file(call);
    String digest = file.digest();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Section rule : file.all()) {
      rows.add(json(rule, digest, (long) rows.size()));
    }
    return rows;
  }

  // The server sends the position of a single rule as it was sent: as text.
  private Map<String, @Nullable Object> read(RoutedCall call) {
    scope.check(call, false);
    Section rule = rules(call).get(position(call));
    return json(rule, file(call).digest(), call.required("pos"));
  }

  private static Map<String, @Nullable Object> json(Section rule, String digest, Object position) {
    Map<String, @Nullable Object> json = new TreeMap<>(rule.options());
    for (String number : List.of("enable", "ipversion")) {
      json.computeIfPresent(number, (name, value) -> Long.valueOf(value.toString()));
    }
    json.put("pos", position);
    json.put("digest", digest);
    return json;
  }

  private @Nullable Object create(RoutedCall call) {
    scope.check(call, true);
    Section rule = new Section("new");
    copy(call, rule);
    RuleCheck.check(scope, call, rule);
    if (!rule.has("enable")) {
      rule.set("enable", "0");
    }
    List<Section> rules = rules(call);
    rules.add(0, rule);
    store(call, rules);
    return null;
  }

  private @Nullable Object update(RoutedCall call) {
    scope.check(call, true);
    checkDigest(call);
    int position = position(call);
    List<Section> rules = rules(call);
    int target = (int) call.number("moveto", position);
    if (target != position) {
      // The rule goes in front of the one that is at the target now.
      Section moved = rules.remove(position);
      int index = target > position ? target - 1 : target;
      rules.add(Math.min(index, rules.size()), moved);
    } else {
      Section rule = rules.get(position).copy("changed");
      copy(call, rule);
      call.list("delete").forEach(option -> delete(rule, option));
      RuleCheck.check(scope, call, rule);
      rules.set(position, rule);
    }
    store(call, rules);
    return null;
  }

  private static void delete(Section rule, String option) {
    if (Set.of("type", "action").contains(option)) {
      throw RefusalException.parameter(
          "delete", "unable to delete required property '" + option + "'");
    }
    rule.set(option, null);
  }

  private @Nullable Object delete(RoutedCall call) {
    scope.check(call, true);
    checkDigest(call);
    List<Section> rules = rules(call);
    rules.remove(position(call));
    store(call, rules);
    return null;
  }

  private static void copy(RoutedCall call, Section rule) {
    call.parameters()
        .forEach(
            (name, value) -> {
              if (!CONTROLS.contains(name)) {
                rule.set(name, value.equals("-") ? null : value);
              }
            });
  }

  private List<Section> rules(RoutedCall call) {
    return new ArrayList<>(file(call).all());
  }

  private void store(RoutedCall call, List<Section> rules) {
    List<Section> numbered = new ArrayList<>();
    for (Section rule : rules) {
      numbered.add(rule.copy(Integer.toString(numbered.size())));
    }
    file(call).replaceAll(numbered);
  }

  private SectionFile file(RoutedCall call) {
    return scope.file(call, "rules");
  }

  private int position(RoutedCall call) {
    int position = (int) call.number("pos", 0);
    if (position >= file(call).all().size()) {
      throw RefusalException.failure("no rule at position " + position);
    }
    return position;
  }

  private void checkDigest(RoutedCall call) {
    SectionRoutes.checkDigest(call, file(call));
  }
}
