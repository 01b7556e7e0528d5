package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consoles, keys and the monitor of guests, and the features of their disks. */
final class ConsoleRoutes {
  private static final int FIRST_PORT = 5900;
  private static final int PORTS = 100;

  private final GuestKind kind;

  private ConsoleRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    ConsoleRoutes consoles = new ConsoleRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}";
    routes
        .on("POST " + path + "/termproxy", consoles::terminal)
        .on("GET " + path + "/feature", consoles::feature);
    if (kind == GuestKind.VM) {
      routes
          .on("PUT " + path + "/sendkey", ConsoleRoutes::sendKey)
          .on("POST " + path + "/monitor", ConsoleRoutes::monitor)
          .on("POST " + path + "/dbus-vmstate", ConsoleRoutes::helper);
    }
  }

  // No client can join the console, so the ticket is for clients that only pass it on.
  private Object terminal(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String id = Integer.toString(guest.vmid());
    String upid = call.task("vncproxy", id, task -> task.log("starting termproxy " + task.upid()));
    int port = FIRST_PORT + guest.vmid() % PORTS;
    long now = call.cluster().now().getEpochSecond();
    String text = call.identity().id() + ":/vms/" + id + ":" + port + ":" + now;
    String signature = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return new JsonMap()
        .put("user", call.identity().id())
        .put("ticket", String.format(Locale.ROOT, "PVEVNC:%08X::%s", now, signature))
        .put("port", port)
        .put("upid", upid)
        .build();
  }

  private static @Nullable Object sendKey(RoutedCall call) {
    if (call.isTrue("skiplock") && !call.identity().isRoot()) {
      throw RefusalException.parameter("skiplock", "Only root may use this option.");
    }
    running(call);
    return null;
  }

  private static ClusterGuest running(RoutedCall call) {
    ClusterGuest guest = call.guest(GuestKind.VM);
    if (!guest.isRunning()) {
      throw RefusalException.failure("VM " + guest.vmid() + " not running");
    }
    return guest;
  }

  private static Object monitor(RoutedCall call) {
    String command = call.required("command").strip();
    ClusterGuest guest = call.guest(GuestKind.VM);
    if (!guest.isRunning()) {
      return "ERROR: VM " + guest.vmid() + " not running\n";
    }
    if (command.equals("info status")) {
      return "VM status: " + guest.state().name().toLowerCase(Locale.ROOT) + "\r\n";
    }
    if (command.equals("info version")) {
      return "10.0.2\r\n";
    }
    throw new RefusalException(
        501, "The simulator has no QEMU that could execute '" + command + "'");
  }

  private static @Nullable Object helper(RoutedCall call) {
    ClusterGuest guest = call.guest(GuestKind.VM);
    if (!guest.isRunning()) {
      throw RefusalException.parameter(
          "node", "VM " + guest.vmid() + " not running locally on node '" + guest.node() + "'");
    }
    return null;
  }

  private Object feature(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String snapshot = call.text("snapname");
    ConfigSection config =
        snapshot == null
            ? guest.config().current()
            : guest
                .config()
                .snapshot(snapshot)
                .orElseThrow(
                    () -> RefusalException.failure("snapshot '" + snapshot + "' does not exist"));
    boolean has =
        new VolumeFeatures(call.cluster(), snapshot)
            .allHave(call.required("feature"), guest, config);
    if (kind == GuestKind.CONTAINER) {
      return Map.of("hasFeature", has ? 1 : 0);
    }
    List<String> nodes =
        call.cluster().nodes().keySet().stream()
            .filter(node -> isOn(call, node, guest, config))
            .toList();
    return Map.of("hasFeature", has ? 1 : 0, "nodes", nodes);
  }

  private static boolean isOn(
      RoutedCall call, String node, ClusterGuest guest, ConfigSection config) {
    return node.equals(guest.node())
        || VolumeFeatures.disks(guest, config).stream()
            .flatMap(drive -> VolumeFeatures.storage(call.cluster(), drive.file()).stream())
            .allMatch(storage -> storage.isShared() && storage.isFor(node));
  }
}
