package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/sdn} and {@code /nodes/{node}/sdn}. */
public final class SdnRoutes {
  private static final String ROOT = SdnSections.ROOT;
  private static final String NODE = "/nodes/{node}/sdn";
  private static final String ADDRESSES = ROOT + "/ipam-addresses";

  private SdnRoutes() {}

  /** Adds the routes, and the IPAM that every cluster has. */
  public static void addTo(Routes routes, Cluster cluster) {
    cluster.sections().file(SdnSections.IPAMS).put(new Section("pve").set("type", "pve"));
    SectionRoutes.addTo(
        routes,
        SdnSections.zones(),
        SdnSections.controllers(),
        SdnSections.ipams(),
        SdnSections.dns(),
        VnetSections.vnets(),
        VnetSections.subnets(),
        FabricSections.fabrics(),
        FabricSections.nodes());
    routes
        .on("PUT " + ROOT, SdnApply::apply)
        .on("POST " + ROOT + "/rollback", SdnApply::rollBack)
        .on("POST " + ROOT + "/lock", SdnLock::acquire)
        .on("DELETE " + ROOT + "/lock", SdnLock::release)
        .on("GET " + ROOT + "/dry-run", call -> Map.of("frr-diff", "", "interfaces-diff", ""))
        .on("GET " + ROOT + "/ipams/{ipam}/status", SdnRoutes::addresses)
        .on("POST " + ROOT + "/vnets/{vnet}/ips", SdnRoutes::setAddress)
        .on("PUT " + ROOT + "/vnets/{vnet}/ips", SdnRoutes::setAddress)
        .on("DELETE " + ROOT + "/vnets/{vnet}/ips", SdnRoutes::removeAddress);
    addFabricLists(routes);
    addNodeRoutes(routes);
  }

  private static void addFabricLists(Routes routes) {
    Handler fabrics = routes.find("GET " + FabricSections.FABRICS).orElseThrow();
    Handler nodes = routes.find("GET " + FabricSections.NODES + "/{fabric_id}").orElseThrow();
    Handler allNodes =
        call ->
            FabricSections.nodesOfAll(
                call,
                fabric -> {
                  Map<String, Object> parameters = new TreeMap<>(call.parameters());
                  parameters.put("fabric_id", fabric);
                  return JsonCodec.array(
                      nodes.handle(new RoutedCall(call.cluster(), call.identity(), parameters)));
                });
    routes
        .on("GET " + FabricSections.NODES, allNodes)
        .on(
            "GET " + ROOT + "/fabrics/all",
            call ->
                new JsonMap()
                    .put("fabrics", fabrics.handle(call))
                    .put("nodes", allNodes.handle(call))
                    .build());
  }

  private static void addNodeRoutes(Routes routes) {
    String zone = NODE + "/zones/{zone}";
    routes
        .on("GET " + NODE + "/zones", SdnRoutes::zonesOfNode)
        .on("GET " + zone + "/content", SdnRoutes::content)
        .on("GET " + zone + "/bridges", SdnRoutes::bridges)
        .on("GET " + zone + "/ip-vrf", SdnRoutes::routingTable)
        .on("GET " + NODE + "/vnets/{vnet}/mac-vrf", SdnRoutes::macTable)
        .on("GET " + NODE + "/fabrics/{fabric}/interfaces", call -> List.of())
        .on("GET " + NODE + "/fabrics/{fabric}/neighbors", call -> List.of())
        .on("GET " + NODE + "/fabrics/{fabric}/routes", call -> List.of());
  }

  private static SectionFile inUse(RoutedCall call, String kind) {
    return call.cluster().sections().file(SdnSections.running(kind));
  }

  private static List<Object> zonesOfNode(RoutedCall call) {
    List<Object> rows = new ArrayList<>();
    for (Section zone : inUse(call, "zones").all()) {
      if (call.identity().has("/sdn/zones/" + zone.id(), "SDN.Audit")) {
        rows.add(Map.of("zone", zone.id(), "status", "available"));
      }
    }
    return rows;
  }

  private static List<Section> vnetsOf(RoutedCall call) {
    String zone = call.required("zone");
    return inUse(call, "vnets").all().stream()
        .filter(vnet -> zone.equals(vnet.text("zone")))
        .toList();
  }

  private static List<Object> content(RoutedCall call) {
    return vnetsOf(call).stream()
        .<Object>map(vnet -> Map.of("vnet", vnet.id(), "status", "available", "statusmsg", ""))
        .toList();
  }

  private static List<Object> bridges(RoutedCall call) {
    return vnetsOf(call).stream()
        .<Object>map(
            vnet ->
                new JsonMap()
                    .put("name", vnet.id())
                    .put("vlan_filtering", null)
                    .put("ports", List.of())
                    .build())
        .toList();
  }

  private static Object routingTable(RoutedCall call) {
    requireEvpn(call, inUse(call, "zones").find(call.required("zone")), "zone");
    return List.of();
  }

  private static Object macTable(RoutedCall call) {
    Section vnet = inUse(call, "vnets").find(call.required("vnet"));
    String zone = vnet == null ? "" : vnet.text("zone", "");
    requireEvpn(call, inUse(call, "zones").find(zone), "vnet");
    return List.of();
  }

  private static void requireEvpn(RoutedCall call, @Nullable Section zone, String parameter) {
    if (zone == null) {
      throw RefusalException.parameter(
          parameter, parameter + " " + call.text(parameter) + " does not exist");
    }
    if (!"evpn".equals(zone.text("type"))) {
      throw RefusalException.parameter(parameter, "zone " + zone.id() + " is not an EVPN zone");
    }
  }

  private static List<Map<String, @Nullable Object>> addresses(RoutedCall call) {
    if (!call.required("ipam").equals("pve")) {
      throw RefusalException.failure(
          "Currently only PVE IPAM is supported! at"
              + " /usr/share/perl5/PVE/API2/Network/SDN/Ipams.pm line 319.");
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Section subnet : call.cluster().sections().file(VnetSections.SUBNETS).all()) {
      Map<String, String> parts = SdnSections.subnetParts(subnet.id());
      String zone = parts.getOrDefault("zone", "");
      String vnet = subnet.text("vnet", "");
      String path = "/sdn/zones/" + zone + "/" + vnet;
      boolean visible =
          call.identity().has(path, "SDN.Audit") || call.identity().has(path, "SDN.Allocate");
      Section owner = call.cluster().sections().find(SdnSections.ZONES, zone);
      if (visible && owner != null && "pve".equals(owner.text("ipam"))) {
        String cidr = parts.get("network") + "/" + parts.get("mask");
        if (subnet.has("gateway")) {
          rows.add(address(zone, vnet, cidr, subnet.text("gateway", "")).put("gateway", 1).build());
        }
        for (Section entry : call.cluster().sections().file(ADDRESSES).all()) {
          if (vnet.equals(entry.text("vnet"))) {
            String vmid = entry.text("vmid");
            rows.add(
                address(zone, vnet, cidr, entry.id())
                    .putIfPresent("mac", entry.text("mac"))
                    .putIfPresent("vmid", vmid == null ? null : Long.valueOf(vmid))
                    .build());
          }
        }
      }
    }
    return rows;
  }

  private static JsonMap address(String zone, String vnet, String cidr, String ip) {
    return new JsonMap().put("zone", zone).put("vnet", vnet).put("subnet", cidr).put("ip", ip);
  }

  private static @Nullable Object setAddress(RoutedCall call) {
    Section entry =
        new Section(call.required("ip"))
            .set("vnet", call.required("vnet"))
            .set("mac", call.text("mac"))
            .set("vmid", call.text("vmid"));
    call.cluster().sections().file(ADDRESSES).put(entry);
    return null;
  }

  private static @Nullable Object removeAddress(RoutedCall call) {
    call.cluster().sections().file(ADDRESSES).remove(call.required("ip"));
    return null;
  }
}
