package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.Guest;
import io.github.proxmoxmpc.simulator.internal.cluster.NetworkInterface;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.GuestFacts;
import io.github.proxmoxmpc.simulator.internal.routing.ApiException;
import io.github.proxmoxmpc.simulator.internal.routing.Call;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told from inside a guest: by a VM's agent, by a container's network namespace. */
final class InsideRoutes {
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

  private InsideRoutes() {}

  static void addTo(Routes routes) {
    String agent = "/nodes/{node}/qemu/{vmid}/agent";
    routes
        .on("GET " + agent, InsideRoutes::directory)
        .on("POST " + agent + "/ping", result(guest -> Map.of()))
        .on("GET " + agent + "/network-get-interfaces", result(InsideRoutes::agentInterfaces))
        .on("GET " + agent + "/get-host-name", result(guest -> Map.of("host-name", guest.name())))
        .on(
            "GET " + agent + "/get-osinfo",
            result(guest -> Map.of("id", "debian", "name", "Debian GNU/Linux", "version-id", "12")))
        .on(
            "GET " + agent + "/info",
            result(guest -> Map.of("version", "9.2.0", "supported_commands", List.of())))
        .on("GET /nodes/{node}/lxc/{vmid}/interfaces", InsideRoutes::containerInterfaces);
  }

  private static List<Object> directory(Call call) {
    call.guest(GuestKind.VM);
    return AGENT_DIRECTORY.stream().<Object>map(name -> Map.of("name", name)).toList();
  }

  private static Handler result(Function<Guest, Object> command) {
    return call -> {
      Guest guest = call.guest(GuestKind.VM);
      if (!new GuestFacts(guest, 1).hasAgent()) {
        throw ApiException.failure("No QEMU guest agent configured");
      }
      if (!guest.isRunning()) {
        throw ApiException.failure("VM " + guest.vmid() + " is not running");
      }
      if (!guest.agentAnswers()) {
        throw ApiException.failure("QEMU guest agent is not running");
      }
      return Map.of("result", command.apply(guest));
    };
  }

  private static Object agentInterfaces(Guest guest) {
    List<Object> rows = new ArrayList<>();
    for (NetworkInterface one : guest.interfaces()) {
      List<Object> addresses = new ArrayList<>();
      for (String address : one.addresses()) {
        addresses.add(address(address));
      }
      rows.add(
          new JsonMap()
              .put("name", one.name())
              .put("hardware-address", one.mac().toLowerCase(Locale.ROOT))
              .put("ip-addresses", addresses)
              .build());
    }
    return rows;
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

  private static @Nullable Object containerInterfaces(Call call) {
    Guest guest = call.guest(GuestKind.CONTAINER);
    if (!guest.isRunning()) {
      return null;
    }
    List<Object> rows = new ArrayList<>();
    for (NetworkInterface one : guest.interfaces()) {
      JsonMap row =
          new JsonMap()
              .put("name", one.name())
              .put("hwaddr", one.mac().toLowerCase(Locale.ROOT))
              .put("hardware-address", one.mac().toLowerCase(Locale.ROOT));
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
