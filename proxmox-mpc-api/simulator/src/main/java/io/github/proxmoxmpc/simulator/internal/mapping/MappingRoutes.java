package io.github.proxmoxmpc.simulator.internal.mapping;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /cluster/mapping} and {@code /cluster/qemu/custom-cpu-models}, after
 * PVE::API2::Cluster::Mapping and PVE::API2::Cluster::Qemu of 9.2.
 */
public final class MappingRoutes {
  private MappingRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    SectionRoutes.addTo(
        routes,
        mapping("pci", "description mdev live-migration-capable"),
        mapping("usb", "description"),
        mapping("dir", "description").check(MappingRoutes::checkDirectories),
        cpuModels());
  }

  private static SectionType cpuModels() {
    return SectionType.at("/cluster/qemu/custom-cpu-models/{cputype}")
        .key(name -> name.replaceFirst("^custom-", ""))
        .exists(name -> cpuModel(name, "already exists"))
        .missing(name -> cpuModel(name, "does not exist"))
        .kind("cpu-model", SectionKind.requiring("reported-model"))
        .visibleWith("/mapping/cpu/%s", "Mapping.Modify", "Mapping.Use", "Mapping.Audit")
        .row((call, model, json) -> json.put("cputype", "custom-" + model.id()))
        .item((call, model, json) -> json.put("cputype", "custom-" + model.id()))
        .digestInRows();
  }

  private static RefusalException cpuModel(String name, String complaint) {
    return RefusalException.failure(
        "custom CPU model '" + name.replaceFirst("^custom-", "") + "' " + complaint);
  }

  private static SectionType mapping(String type, String options) {
    return SectionType.at("/cluster/mapping/" + type + "/{id}")
        .kind(type, SectionKind.requiring("map").allowing(options))
        .exists(failed("create", type) + type + " ID '%s' already defined")
        .missing("mapping '%s' not found")
        .deletedSilently()
        .visibleWith("/mapping/" + type + "/%s", "Mapping.Modify", "Mapping.Use", "Mapping.Audit")
        .row(
            (call, mapping, json) -> {
              json.put("type", type);
              if (call.has("check-node")) {
                // The simulated hardware has every device.
                json.put(type.equals("usb") ? "errors" : "checks", List.of());
              }
            })
        .item(
            (call, mapping, json) -> {
              json.put("type", type);
              json.remove("id");
            })
        .digestInRows();
  }

  private static String failed(String action, String type) {
    return action + (type.equals("dir") ? " directory" : " hardware") + " mapping failed: ";
  }

  private static void checkDirectories(SectionChange change) {
    if (change.deletes()) {
      return;
    }
    Map<String, Integer> byNode = new TreeMap<>();
    Object map = change.section().options().get("map");
    for (Object entry : map instanceof List<?> list ? list : List.of(String.valueOf(map))) {
      for (String part : entry.toString().split(",", -1)) {
        if (part.startsWith("node=")) {
          byNode.merge(part.substring("node=".length()), 1, Integer::sum);
        }
      }
    }
    byNode.forEach(
        (node, count) -> {
          if (count > 1) {
            throw RefusalException.failure("Node '" + node + "' is specified " + count + " times.");
          }
        });
  }
}
