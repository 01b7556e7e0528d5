package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Virtual networks and their subnets, after PVE::API2::Network::SDN::Vnets and Subnets of 9.2. */
final class VnetSections {
  static final String SUBNETS = SdnSections.ROOT + "/subnets";

  private VnetSections() {}

  static SectionType vnets() {
    return SdnSections.object(SdnSections.VNETS + "/{vnet}", "vnet")
        .staged(SdnSections.running("vnets"), "type")
        .initially("type", "vnet")
        .missing("sdn vnet '%s' does not exist")
        .kind(
            "vnet",
            SectionKind.requiring("zone").allowing("tag alias vlanaware isolate-ports type"))
        .visible((call, vnet) -> mayUse(call, vnet, "SDN.Audit", "SDN.Allocate"))
        .readCheck(call -> requireAccess(call, "SDN.Audit", "SDN.Allocate"))
        .check(VnetSections::checkVnet);
  }

  private static boolean mayUse(RoutedCall call, Section vnet, String... anyOf) {
    String path = path(vnet);
    return List.of(anyOf).stream().anyMatch(one -> call.identity().has(path, one));
  }

  private static String path(Section vnet) {
    return "/sdn/zones/" + vnet.text("zone") + "/" + vnet.id();
  }

  /** Refuses a caller without one of the privileges on the virtual network in the path. */
  static void requireAccess(RoutedCall call, String... anyOf) {
    String id = call.text("vnet");
    Section vnet = id == null ? null : vnet(call, id);
    if (vnet != null && !mayUse(call, vnet, anyOf)) {
      throw RefusalException.forbidden(path(vnet) + ", " + String.join("|", anyOf));
    }
  }

  private static @Nullable Section vnet(RoutedCall call, String id) {
    Section configured = call.cluster().sections().find(SdnSections.VNETS, id);
    return configured == null
        ? call.cluster().sections().find(SdnSections.running("vnets"), id)
        : configured;
  }

  private static void checkVnet(SectionChange change) {
    RoutedCall call = change.call();
    Section vnet = change.section();
    boolean hasSubnets =
        call.cluster().sections().file(SUBNETS).all().stream()
            .anyMatch(subnet -> vnet.id().equals(subnet.text("vnet")));
    if (!change.creates()) {
      requireAccess(call, "SDN.Allocate");
    }
    if (change.deletes()) {
      if (hasSubnets) {
        throw RefusalException.parameter("vnet", "Can't delete vnet if subnets exists");
      }
      return;
    }
    Section zone = call.cluster().sections().find(SdnSections.ZONES, vnet.text("zone", ""));
    if (zone == null) {
      throw RefusalException.failure("unknown object type ''");
    }
    if (!change.creates() && change.alters("zone") && hasSubnets) {
      throw RefusalException.parameter("zone", "can't change zone if subnets exist");
    }
    if (vnet.isTrue("vlanaware") && hasSubnets) {
      throw RefusalException.parameter(
          "vlanaware", "vlanaware vnet is not compatible with subnets");
    }
    checkTag(change, zone);
  }

  private static void checkTag(SectionChange change, Section zone) {
    Section vnet = change.section();
    String type = zone.text("type", "");
    String plugin = Character.toUpperCase(type.charAt(0)) + type.substring(1) + "Plugin.pm";
    boolean needsTag = List.of("vlan", "qinq", "vxlan", "evpn").contains(type);
    if (needsTag && !vnet.has("tag")) {
      throw RefusalException.parameter(
          "tag", type.equals("vlan") ? "missing vlan tag" : "missing " + type + " tag");
    }
    if (!needsTag && vnet.has("tag")) {
      throw RefusalException.parameter("tag", "vlan tag is not allowed on " + type + " zone");
    }
    for (Section other : change.call().cluster().sections().file(SdnSections.VNETS).all()) {
      if (needsTag
          && !other.id().equals(vnet.id())
          && zone.id().equals(other.text("zone"))
          && vnet.text("tag", "").equals(other.text("tag"))) {
        throw SdnSections.failure(
            "tag " + vnet.text("tag") + " already exist in zone " + zone.id(),
            "Zones/" + plugin + " line 1");
      }
    }
  }

  static SectionType subnets() {
    return SdnSections.object(SdnSections.VNETS + "/{vnet}/subnets/{subnet}", "subnet")
        .storedAt(SUBNETS)
        .staged(SdnSections.running("subnets"), "type", "vnet")
        .initially("type", "subnet")
        .newId(VnetSections::subnetId)
        .missing("sdn subnet '%s' does not exist")
        .kind(
            "subnet",
            SectionKind.requiring()
                .allowing("vnet gateway snat dnszoneprefix dhcp-range dhcp-dns-server type"))
        .listed((call, subnet) -> call.required("vnet").equals(subnet.text("vnet")))
        .readCheck(call -> requireAccess(call, "SDN.Audit", "SDN.Allocate"))
        .rendered("dhcp-range", VnetSections::ranges)
        .check(VnetSections::checkSubnet)
        .row(VnetSections::shape)
        .item(VnetSections::shape);
  }

  private static String subnetId(RoutedCall call) {
    Section vnet = vnet(call, call.required("vnet"));
    String zone = vnet == null ? "" : vnet.text("zone", "");
    return zone + "-" + call.required("subnet").replace('/', '-');
  }

  private static void shape(RoutedCall call, Section subnet, Map<String, @Nullable Object> json) {
    Map<String, String> parts = SdnSections.subnetParts(subnet.id());
    json.putAll(parts);
    json.put("id", subnet.id());
    json.put("vnet", subnet.text("vnet"));
    json.put("cidr", parts.get("network") + "/" + parts.get("mask"));
    json.putIfAbsent("dhcp-range", List.of());
  }

  private static Object ranges(@Nullable Object stored) {
    List<?> texts = stored instanceof List<?> list ? list : List.of(String.valueOf(stored));
    return texts.stream()
        .map(
            text -> {
              Map<String, String> range = new TreeMap<>();
              for (String part : text.toString().split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                  range.put(part.substring(0, equals), part.substring(equals + 1));
                }
              }
              return range;
            })
        .toList();
  }

  private static void checkSubnet(SectionChange change) {
    RoutedCall call = change.call();
    requireAccess(call, "SDN.Allocate");
    if (change.deletes()) {
      return;
    }
    Section subnet = change.section();
    String id = call.required("vnet");
    Section vnet = call.cluster().sections().find(SdnSections.VNETS, id);
    if (vnet == null) {
      throw RefusalException.parameter("vnet", id + " don't exist");
    }
    if (vnet.isTrue("vlanaware")) {
      throw RefusalException.parameter("vnet", "you can't add a subnet on a vlanaware vnet");
    }
    subnet.set("vnet", id);
    Map<String, String> parts = SdnSections.subnetParts(subnet.id());
    String gateway = subnet.text("gateway");
    if (gateway != null
        && !parts.getOrDefault("mask", "").equals("32")
        && !isInside(gateway, parts.getOrDefault("network", ""), parts.getOrDefault("mask", ""))) {
      throw RefusalException.parameter(
          "gateway",
          gateway + " is not in subnet " + parts.get("network") + "/" + parts.get("mask"));
    }
  }

  private static boolean isInside(String address, String network, String mask) {
    try {
      byte[] host = InetAddress.getByName(address).getAddress();
      byte[] base = InetAddress.getByName(network).getAddress();
      int shift = host.length * 8 - Integer.parseInt(mask);
      return host.length == base.length
          && new BigInteger(1, host)
              .shiftRight(shift)
              .equals(new BigInteger(1, base).shiftRight(shift));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
