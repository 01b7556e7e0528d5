package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.Page;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import io.github.proxmoxmpc.simulator.internal.store.SectionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The firewall of the cluster, of nodes, of guests and of virtual networks. */
public final class FirewallRoutes {
  private static final List<Map<String, Object>> NO_LOG =
      List.of(Map.of("n", 1, "t", "unable to open file - No such file or directory"));

  private FirewallRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    for (FirewallScope scope : FirewallScope.values()) {
      RuleRoutes.addTo(routes, scope);
      if (scope != FirewallScope.GROUP) {
        SectionRoutes.addTo(routes, FirewallSections.options(scope));
      }
    }
    for (FirewallScope scope :
        List.of(FirewallScope.CLUSTER, FirewallScope.VM, FirewallScope.CONTAINER)) {
      String sets = scope.path() + "/ipset";
      SectionRoutes.addTo(
          routes,
          FirewallSections.aliases(scope),
          FirewallSections.setEntries(scope),
          FirewallSections.sets(scope));
      routes
          .wrap("POST " + sets, create -> call -> createSet(scope, call, create))
          .on("GET " + scope.path() + "/refs", call -> references(scope, call));
    }
    SectionRoutes.addTo(routes, FirewallSections.groups());
    routes
        .wrap("POST /cluster/firewall/groups", create -> call -> createGroup(call, create))
        .on("GET /cluster/firewall/macros", call -> Macros.rows())
        .on("GET /nodes/{node}/firewall/log", FirewallRoutes::log)
        .on("GET /nodes/{node}/qemu/{vmid}/firewall/log", FirewallRoutes::log)
        .on("GET /nodes/{node}/lxc/{vmid}/firewall/log", FirewallRoutes::log);
  }

  // Nothing passes a simulated firewall, so there is never a log file.
  private static Page log(RoutedCall call) {
    return new Page(NO_LOG, 1);
  }

  private static @Nullable Object createSet(FirewallScope scope, RoutedCall call, Handler create) {
    if (!call.has("rename")) {
      return create.handle(call);
    }
    String from = FirewallSections.rename(call, scope.file(call, "ipset"), "name", "IPSet");
    SectionStore files = call.cluster().sections();
    String entries = SectionRoutes.resolve(scope.storedAt("ipset-entries"), call) + "/";
    files.move(entries + from, entries + call.required("name"));
    return null;
  }

  private static @Nullable Object createGroup(RoutedCall call, Handler create) {
    if (!call.has("rename")) {
      return create.handle(call);
    }
    SectionStore files = call.cluster().sections();
    String from =
        FirewallSections.rename(
            call, files.file("/cluster/firewall/groups"), "group", "Security group");
    String to = call.required("group");
    files.move("/cluster/firewall/group-rules/" + from, "/cluster/firewall/group-rules/" + to);
    // Rules that use the group follow it, in all firewalls.
    files.files().forEach((path, file) -> renameInRules(path, file, from, to));
    return null;
  }

  private static void renameInRules(String path, SectionFile file, String from, String to) {
    if (path.endsWith("/firewall/rules")) {
      for (Section rule : file.all()) {
        if ("group".equals(rule.text("type")) && from.equals(rule.text("action"))) {
          rule.set("action", to);
        }
      }
    }
  }

  private static List<Map<String, @Nullable Object>> references(
      FirewallScope scope, RoutedCall call) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    addReferences(rows, FirewallScope.CLUSTER, call, "dc");
    if (scope.isGuest()) {
      addReferences(rows, scope, call, "guest");
    }
    String type = call.text("type");
    rows.removeIf(row -> type != null && !type.equals(row.get("type")));
    return rows;
  }

  private static void addReferences(
      List<Map<String, @Nullable Object>> rows, FirewallScope scope, RoutedCall call, String name) {
    for (Section set : scope.file(call, "ipset").all()) {
      rows.add(reference("ipset", "+" + set.id(), set, name));
    }
    for (Section alias : scope.file(call, "aliases").all()) {
      rows.add(reference("alias", alias.id(), alias, name));
    }
  }

  private static Map<String, @Nullable Object> reference(
      String type, String reference, Section section, String scope) {
    return new JsonMap()
        .put("type", type)
        .put("name", section.id())
        .put("ref", reference)
        .put("scope", scope)
        .putIfPresent("comment", section.text("comment"))
        .build();
  }
}
