package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.Map;

/** Zones, controllers, IPAMs and DNS servers, after PVE::API2::Network::SDN of 9.2. */
final class SdnSections {
  static final String ROOT = "/cluster/sdn";
  static final String ZONES = ROOT + "/zones";
  static final String VNETS = ROOT + "/vnets";
  static final String CONTROLLERS = ROOT + "/controllers";
  static final String IPAMS = ROOT + "/ipams";
  static final String DNS = ROOT + "/dns";

  private static final String ZONE_OPTIONS = "nodes mtu dns reversedns dnszone ipam ";

  private SdnSections() {}

  /** Returns the path of the configuration in use, as the last apply left it. */
  static String running(String kind) {
    return ROOT + "/running/" + kind;
  }

  /** Starts the declaration of a collection with the words that all have in common. */
  static SectionType object(String path, String noun) {
    return SectionType.at(path)
        .failing("sdn " + noun + " object")
        .exists("sdn " + noun + " object ID '%s' already defined")
        .missing("sdn '%s' does not exist")
        .controls("lock-token")
        .check(change -> SdnLock.check(change.call()))
        .digestInRows();
  }

  static SectionType zones() {
    return object(ZONES + "/{zone}", "zone")
        .staged(running("zones"), "type")
        .kindOption("type")
        .kind("simple", SectionKind.requiring().allowing(ZONE_OPTIONS + "dhcp"))
        .kind(
            "vlan",
            SectionKind.requiring("bridge").allowing(ZONE_OPTIONS + "bridge-disable-mac-learning"))
        .kind(
            "qinq",
            SectionKind.requiring("tag", "bridge")
                .allowing(ZONE_OPTIONS + "bridge-disable-mac-learning vlan-protocol"))
        .kind("vxlan", SectionKind.requiring().allowing(ZONE_OPTIONS + "peers vxlan-port fabric"))
        .kind(
            "evpn",
            SectionKind.requiring("vrf-vxlan", "controller")
                .allowing(
                    ZONE_OPTIONS
                        + "exitnodes exitnodes-local-routing exitnodes-primary advertise-subnets"
                        + " disable-arp-nd-suppression bridge-disable-mac-learning rt-import"
                        + " vxlan-port mac secondary-controllers"))
        .kind("faucet", SectionKind.requiring())
        .listed((call, zone) -> isOfType(call, zone))
        .visibleWith("/sdn/zones/%s", "SDN.Audit", "SDN.Allocate")
        .check(SdnSections::checkZone);
  }

  private static boolean isOfType(RoutedCall call, Section section) {
    return call.text("type", section.text("type", "")).equals(section.text("type"));
  }

  private static void checkZone(SectionChange change) {
    Section zone = change.section();
    RoutedCall call = change.call();
    if (change.deletes()) {
      for (Section vnet : call.cluster().sections().file(VNETS).all()) {
        if (zone.id().equals(vnet.text("zone"))) {
          throw failure(
              "zone " + zone.id() + " is used by vnet " + vnet.id(), "Zones/Plugin.pm line 149");
        }
      }
      return;
    }
    for (String option : new String[] {"dns", "reversedns"}) {
      requireKnown(change, option, DNS, " don't exist");
    }
    requireKnown(change, "ipam", IPAMS, " not existing");
    if (zone.has("dnszone") && !zone.has("dns")) {
      throw RefusalException.parameter("dnszone", "missing dns server");
    }
    String controller = zone.text("controller");
    if ("evpn".equals(zone.text("type")) && controller != null) {
      Section found = call.cluster().sections().find(CONTROLLERS, controller);
      if (found == null) {
        throw failure("controller " + controller + " don't exist", "Zones/EvpnPlugin.pm line 354");
      }
      if (!"evpn".equals(found.text("type"))) {
        throw failure(
            controller + " is not a evpn controller type", "Zones/EvpnPlugin.pm line 356");
      }
    }
  }

  private static void requireKnown(
      SectionChange change, String option, String collection, String complaint) {
    String id = change.section().text(option);
    if (id != null && change.call().cluster().sections().find(collection, id) == null) {
      throw RefusalException.parameter(option, id + complaint);
    }
  }

  /** Creates the failure of a die without a newline, which names its place. */
  static RefusalException failure(String message, String place) {
    return RefusalException.failure(
        message + " at /usr/share/perl5/PVE/Network/SDN/" + place + ".");
  }

  static SectionType controllers() {
    return object(CONTROLLERS + "/{controller}", "controller")
        .staged(running("controllers"), "type")
        .kindOption("type")
        .kind(
            "evpn",
            SectionKind.requiring("asn")
                .allowing(
                    "peers fabric bgp-mode ebgp ebgp-multihop loopback nodes peer-group-name"
                        + " route-map-in route-map-out"))
        .kind(
            "bgp",
            SectionKind.requiring("node", "asn", "peers")
                .allowing(
                    "bgp-multipath-as-path-relax ebgp ebgp-multihop loopback route-map-in"
                        + " route-map-out"))
        .kind(
            "isis",
            SectionKind.requiring("isis-domain", "isis-net", "isis-ifaces", "node")
                .allowing("loopback"))
        .kind("faucet", SectionKind.requiring())
        .listed((call, controller) -> isOfType(call, controller))
        .visibleWith("/sdn/controllers/%s", "SDN.Audit", "SDN.Allocate")
        .check(SdnSections::checkController);
  }

  private static void checkController(SectionChange change) {
    Section controller = change.section();
    if (change.deletes()) {
      for (Section zone : change.call().cluster().sections().file(ZONES).all()) {
        if (controller.id().equals(zone.text("controller"))) {
          throw failure(
              "controller " + controller.id() + " is used by " + zone.id(),
              "Controllers/EvpnPlugin.pm line 475");
        }
      }
    } else if ("evpn".equals(controller.text("type"))
        && controller.has("peers") == controller.has("fabric")) {
      throw failure(
          "must have exactly one of peers / fabric defined", "Controllers/EvpnPlugin.pm line 496");
    }
  }

  static SectionType ipams() {
    return object(IPAMS + "/{ipam}", "ipam")
        .kindOption("type")
        .kind("pve", SectionKind.requiring().allowing("fingerprint"))
        .kind("phpipam", SectionKind.requiring("url", "token", "section").allowing("fingerprint"))
        .kind("netbox", SectionKind.requiring("url", "token").allowing("fingerprint"))
        .listed((call, ipam) -> isOfType(call, ipam))
        .visibleWith("/sdn/ipams/%s", "SDN.Audit", "SDN.Allocate")
        .check(change -> requireUnused(change, "ipam"));
  }

  static SectionType dns() {
    return object(DNS + "/{dns}", "dns")
        .kindOption("type")
        .kind(
            "powerdns",
            SectionKind.requiring("url", "key")
                .allowing("ttl reversemaskv6 reversev6mask fingerprint"))
        .listed((call, dns) -> isOfType(call, dns))
        .visibleWith("/sdn/dns/%s", "SDN.Audit", "SDN.Allocate")
        .check(change -> requireUnused(change, "dns"));
  }

  private static void requireUnused(SectionChange change, String option) {
    if (!change.deletes()) {
      return;
    }
    String id = change.section().id();
    for (Section zone : change.call().cluster().sections().file(ZONES).all()) {
      if (id.equals(zone.text(option))) {
        throw failure(option + " " + id + " is used by zone " + zone.id(), "Zones.pm line 60");
      }
    }
  }

  /** Returns the subnet of an id such as {@code zone-10.0.0.0-24}: zone, network and mask. */
  static Map<String, String> subnetParts(String id) {
    int mask = id.lastIndexOf('-');
    int network = id.lastIndexOf('-', mask - 1);
    return Map.of(
        "zone", id.substring(0, network),
        "network", id.substring(network + 1, mask),
        "mask", id.substring(mask + 1));
  }
}
