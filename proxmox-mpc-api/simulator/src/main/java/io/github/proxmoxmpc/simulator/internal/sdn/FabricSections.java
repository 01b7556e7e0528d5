package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fabrics and their nodes. A row with pending changes has the id among them if it is new. */
final class FabricSections {
  static final String FABRICS = SdnSections.ROOT + "/fabrics/fabric";
  static final String NODES = SdnSections.ROOT + "/fabrics/node";

  private FabricSections() {}

  static SectionType fabrics() {
    return SectionType.at(FABRICS + "/{id}")
        .staged(SdnSections.running("fabrics"))
        .kindOption("protocol")
        .controls("lock-token")
        .exists("fabric '%s' already exists in configuration")
        .missing("fabric '%s' does not exist in configuration")
        .visibleWith("/sdn/fabrics/%s", "SDN.Audit", "SDN.Allocate")
        .check(FabricSections::checkFabric)
        .digestAlgorithm("SHA-256")
        .digestInRows()
        .row((call, fabric, json) -> moveToPending(json, "id"))
        .item((call, fabric, json) -> moveToPending(json, "id"));
  }

  /** Moves the id of a new object to its pending options, as the server shows it. */
  private static void moveToPending(Map<String, @Nullable Object> json, String... keys) {
    if ("new".equals(json.get("state")) && json.get("pending") instanceof Map<?, ?> pending) {
      Map<String, @Nullable Object> all = new TreeMap<>();
      pending.forEach((name, value) -> all.put(name.toString(), value));
      for (String key : keys) {
        all.put(key, json.remove(key));
      }
      json.put("pending", all);
    }
  }

  private static void checkFabric(SectionChange change) {
    SdnLock.check(change.call());
    String id = change.section().id();
    if (change.deletes()
        && change.call().cluster().sections().file(NODES).all().stream()
            .anyMatch(node -> id.equals(node.text("fabric_id")))) {
      throw RefusalException.failure("fabric '" + id + "' still contains nodes");
    }
  }

  static SectionType nodes() {
    return SectionType.at(NODES + "/{fabric_id}/{node_id}")
        .storedAt(NODES)
        .staged(SdnSections.running("fabric-nodes"))
        .controls("lock-token")
        .newId(call -> key(call, call.required("node_id")))
        .key((call, id) -> id.contains("/") ? id : key(call, id))
        .exists(id -> RefusalException.failure("node '" + name(id) + "' already exists"))
        .missing(id -> RefusalException.failure("node '" + name(id) + "' does not exist"))
        .listed((call, node) -> call.text("fabric_id", "").equals(node.text("fabric_id")))
        .visible(FabricSections::isVisible)
        .check(FabricSections::checkNode)
        .digestAlgorithm("SHA-256")
        .digestInRows()
        .row(FabricSections::shape)
        .item(FabricSections::shape);
  }

  private static String key(RoutedCall call, String node) {
    return call.required("fabric_id") + "/" + node;
  }

  private static String name(String id) {
    return id.substring(id.indexOf('/') + 1);
  }

  private static boolean isVisible(RoutedCall call, Section node) {
    String fabric = "/sdn/fabrics/" + node.text("fabric_id");
    String place = "/nodes/" + name(node.id());
    return (call.identity().has(fabric, "SDN.Audit") || call.identity().has(fabric, "SDN.Allocate"))
        && (call.identity().has(place, "Sys.Audit") || call.identity().has(place, "Sys.Modify"));
  }

  private static void checkNode(SectionChange change) {
    SdnLock.check(change.call());
    if (change.deletes()) {
      return;
    }
    String fabric = change.call().required("fabric_id");
    if (!change.call().cluster().sections().file(FABRICS).has(fabric)) {
      throw RefusalException.failure("fabric '" + fabric + "' does not exist in configuration");
    }
    change.section().set("fabric_id", fabric);
  }

  static void shape(RoutedCall call, Section node, Map<String, @Nullable Object> json) {
    json.put("node_id", name(node.id()));
    json.putIfAbsent("interfaces", List.of());
    moveToPending(json, "node_id");
  }

  /** Returns the rows of {@code GET /cluster/sdn/fabrics/node}: the nodes of all fabrics. */
  static List<Object> nodesOfAll(RoutedCall call, NodesOfFabric nodesOf) {
    List<Object> rows = new ArrayList<>();
    for (String fabric : call.cluster().sections().file(FABRICS).ids()) {
      rows.addAll(nodesOf.list(fabric));
    }
    return rows;
  }

  /** Lists the nodes of a fabric. */
  @FunctionalInterface
  interface NodesOfFabric {
    List<?> list(String fabric);
  }
}
