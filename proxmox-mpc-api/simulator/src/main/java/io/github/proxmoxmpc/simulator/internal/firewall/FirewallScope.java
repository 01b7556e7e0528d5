package io.github.proxmoxmpc.simulator.internal.firewall;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.Arrays;
import java.util.List;

/** An object with a firewall of its own, after PVE::Firewall and PVE::API2::Firewall of 9.2. */
enum FirewallScope {
  CLUSTER("/cluster/firewall", "/cluster/firewall", "cluster", "in out forward group"),
  NODE("/nodes/{node}/firewall", "/nodes/{node}/firewall", "host", "in out forward group"),
  VM("/nodes/{node}/qemu/{vmid}/firewall", "/guests/{vmid}/firewall", "vm", "in out group"),
  CONTAINER("/nodes/{node}/lxc/{vmid}/firewall", "/guests/{vmid}/firewall", "ct", "in out group"),
  VNET(
      "/cluster/sdn/vnets/{vnet}/firewall",
      "/cluster/sdn/vnets/{vnet}/firewall",
      "vnet",
      "forward group"),
  GROUP(
      "/cluster/firewall/groups/{group}",
      "/cluster/firewall/group-rules/{group}",
      "group",
      "in out forward");

  /** The virtual networks in use, as the last apply left them. */
  private static final String RUNNING_VNETS = "/cluster/sdn/running/vnets";

  private final String path;
  private final String storage;
  private final String environment;
  private final List<String> ruleTypes;

  FirewallScope(String path, String storage, String environment, String ruleTypes) {
    this.path = path;
    this.storage = storage;
    this.environment = environment;
    this.ruleTypes = Arrays.asList(ruleTypes.split(" "));
  }

  /** Returns the path of the firewall, with placeholders. */
  String path() {
    return path;
  }

  /** Returns the path of the rules, with placeholders. */
  String rulesPath() {
    return this == GROUP ? path : path + "/rules";
  }

  /** Returns where a part of the firewall is stored. A guest keeps it when it moves. */
  String storedAt(String part) {
    return storage + "/" + part;
  }

  /** Returns the file of a part of the firewall. */
  SectionFile file(RoutedCall call, String part) {
    return call.cluster().sections().file(SectionRoutes.resolve(storedAt(part), call));
  }

  /** Returns the server's name for the place of a rule. */
  String environment() {
    return environment;
  }

  /** Returns the types that a rule may have. */
  List<String> ruleTypes() {
    return ruleTypes;
  }

  /** Returns whether a rule may name a network interface. */
  boolean allowsInterface() {
    return this != GROUP && this != VNET;
  }

  boolean isGuest() {
    return this == VM || this == CONTAINER;
  }

  /**
   * Checks that the object exists and, for a virtual network, that the caller may use it: the
   * schema has no check of that.
   */
  void check(RoutedCall call, boolean writes) {
    if (this == GROUP && !CLUSTER.file(call, "groups").has(call.required("group"))) {
      throw RefusalException.failure("no such security group '" + call.required("group") + "'");
    }
    if (this != VNET) {
      return;
    }
    String vnet = call.required("vnet");
    Section running = call.cluster().sections().find(RUNNING_VNETS, vnet);
    if (running == null) {
      throw RefusalException.failure(
          "invalid vnet specified at /usr/share/perl5/PVE/API2/Firewall/Helpers.pm line 54.");
    }
    String at = "/sdn/zones/" + running.text("zone") + "/" + vnet;
    boolean allowed =
        call.identity().has(at, "SDN.Allocate")
            || (!writes && call.identity().has(at, "SDN.Audit"));
    if (!allowed) {
      throw RefusalException.forbidden(
          at + ", SDN." + (writes ? "Allocate" : "Audit|SDN.Allocate"));
    }
  }
}
