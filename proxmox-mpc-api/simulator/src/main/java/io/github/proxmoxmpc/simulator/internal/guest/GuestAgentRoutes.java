package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.GuestFacts;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Routes that report the inside of a guest: a VM's guest agent and a container's interfaces. */
final class GuestAgentRoutes {
  private static final List<String> AGENT_DIRECTORY =
      List.of(
          "exec",
          "exec-status",
          "file-read",
          "file-write",
          "fsfreeze-freeze",
          "fsfreeze-status",
          "fsfreeze-thaw",
          "fstrim",
          "get-fsinfo",
          "get-host-name",
          "get-memory-block-info",
          "get-memory-blocks",
          "get-osinfo",
          "get-time",
          "get-timezone",
          "get-users",
          "get-vcpus",
          "info",
          "network-get-interfaces",
          "ping",
          "set-user-password",
          "shutdown",
          "suspend-disk",
          "suspend-hybrid",
          "suspend-ram");

  private static final Pattern MAC = Pattern.compile("(?i)(?:[0-9a-f]{2}:){5}[0-9a-f]{2}");
  private static final Pattern NAME = Pattern.compile("(?:^|,)name=([^,]+)");
  private static final Pattern FIXED_ADDRESS = Pattern.compile("(?:^|,)ip6?=([0-9a-fA-F.:]+/\\d+)");

  private GuestAgentRoutes() {}

  static void addTo(Routes routes) {
    String agent = "/nodes/{node}/qemu/{vmid}/agent";
    routes
        .on("GET " + agent, GuestAgentRoutes::directory)
        .on("POST " + agent + "/ping", result(guest -> Map.of()))
        .on("GET " + agent + "/network-get-interfaces", result(GuestAgentRoutes::agentInterfaces))
        .on("GET " + agent + "/get-host-name", result(guest -> Map.of("host-name", guest.name())))
        .on(
            "GET " + agent + "/get-osinfo",
            result(guest -> Map.of("id", "debian", "name", "Debian GNU/Linux", "version-id", "12")))
        .on(
            "GET " + agent + "/info",
            result(guest -> Map.of("version", "9.2.0", "supported_commands", List.of())))
        .on("GET /nodes/{node}/lxc/{vmid}/interfaces", GuestAgentRoutes::containerInterfaces);
    AgentCommandRoutes.addTo(routes, agent);
  }

  private static List<Object> directory(RoutedCall call) {
    call.guest(GuestKind.VM);
    return AGENT_DIRECTORY.stream().<Object>map(name -> Map.of("name", name)).toList();
  }

  /** Returns a handler that gives the result of a command to a VM whose agent responds. */
  static Handler result(Function<ClusterGuest, Object> command) {
    return call -> Map.of("result", command.apply(responding(call)));
  }

  /**
   * Returns the VM in the path.
   *
   * @throws RefusalException if its agent does not respond
   */
  static ClusterGuest responding(RoutedCall call) {
    ClusterGuest guest = call.guest(GuestKind.VM);
    if (guest.config().current().get("agent") == null) {
      throw RefusalException.failure("No QEMU guest agent configured");
    }
    if (!guest.isRunning()) {
      throw RefusalException.failure("VM " + guest.vmid() + " is not running");
    }
    boolean isEnabled = new GuestFacts(guest, 1).hasAgent();
    if (!isEnabled || !guest.agentResponds()) {
      throw RefusalException.failure("QEMU guest agent is not running");
    }
    return guest;
  }

  private static Object agentInterfaces(ClusterGuest guest) {
    List<Object> rows = new ArrayList<>();
    for (Interface one : interfaces(guest)) {
      List<Object> addresses = new ArrayList<>();
      for (String address : one.addresses()) {
        addresses.add(address(address));
      }
      rows.add(
          new JsonMap()
              .put("name", one.name())
              .put("hardware-address", one.mac())
              .put("ip-addresses", addresses)
              .build());
    }
    return rows;
  }

  /** A network interface as the guest sees it. */
  private record Interface(String name, String mac, List<String> addresses) {}

  // Names and MAC addresses come from the configuration, and so do a container's static addresses.
  private static List<Interface> interfaces(ClusterGuest guest) {
    List<Interface> interfaces = new ArrayList<>();
    boolean isVm = guest.kind() == GuestKind.VM;
    List<String> loopback = isVm ? List.of("127.0.0.1/8", "::1/128") : List.of();
    interfaces.add(new Interface("lo", "00:00:00:00:00:00", loopback));
    for (String key : guest.config().current().keys()) {
      if (!key.matches("net\\d+")) {
        continue;
      }
      String network = guest.config().current().get(key, "");
      Matcher mac = MAC.matcher(network);
      Matcher name = NAME.matcher(network);
      List<String> addresses = new ArrayList<>();
      if (interfaces.size() == 1) {
        addresses.addAll(guest.addresses());
      }
      Matcher fixed = FIXED_ADDRESS.matcher(network);
      while (!isVm && addresses.isEmpty() && fixed.find()) {
        addresses.add(fixed.group(1));
      }
      interfaces.add(
          new Interface(
              name.find() ? name.group(1) : "eth" + (interfaces.size() - 1),
              mac.find() ? mac.group().toLowerCase(Locale.ROOT) : "00:00:00:00:00:00",
              addresses));
    }
    return interfaces;
  }

  private static Map<String, @Nullable Object> address(String withPrefix) {
    int slash = withPrefix.indexOf('/');
    String address = slash < 0 ? withPrefix : withPrefix.substring(0, slash);
    boolean isV6 = address.contains(":");
    long full = isV6 ? 128 : 32;
    return new JsonMap()
        .put("ip-address", address)
        .put("ip-address-type", isV6 ? "ipv6" : "ipv4")
        .put("prefix", slash < 0 ? full : Long.parseLong(withPrefix.substring(slash + 1)))
        .build();
  }

  private static @Nullable Object containerInterfaces(RoutedCall call) {
    ClusterGuest guest = call.guest(GuestKind.CONTAINER);
    if (!guest.isRunning()) {
      return null;
    }
    List<Object> rows = new ArrayList<>();
    for (Interface one : interfaces(guest)) {
      JsonMap row =
          new JsonMap()
              .put("name", one.name())
              .put("hwaddr", one.mac())
              .put("hardware-address", one.mac());
      List<Object> addresses = new ArrayList<>();
      for (String address : one.addresses()) {
        Map<String, @Nullable Object> entry = address(address);
        String type = "ipv6".equals(entry.get("ip-address-type")) ? "inet6" : "inet";
        entry.put("ip-address-type", type);
        addresses.add(entry);
        row.put(type, address);
      }
      rows.add(row.put("ip-addresses", addresses).build());
    }
    return rows;
  }
}
