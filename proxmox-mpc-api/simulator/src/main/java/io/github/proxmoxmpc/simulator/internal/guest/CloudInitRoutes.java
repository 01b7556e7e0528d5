package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code .../cloudinit}. Cloud-init drives are up to date at any time, so no value waits for the
 * next start.
 */
final class CloudInitRoutes {
  private static final String KEYS =
      "cicustom|cipassword|citype|ciupgrade|ciuser|nameserver|searchdomain|sshkeys|ipconfig\\d+";

  private CloudInitRoutes() {}

  static void addTo(Routes routes) {
    String path = "/nodes/{node}/qemu/{vmid}/cloudinit";
    routes
        .on("GET " + path, CloudInitRoutes::values)
        .on("PUT " + path, CloudInitRoutes::regenerate)
        .on("GET " + path + "/dump", CloudInitRoutes::dump);
  }

  private static List<Object> values(RoutedCall call) {
    ConfigSection config = call.guest(GuestKind.VM).config().current();
    List<Object> rows = new ArrayList<>();
    for (String key : config.keys()) {
      if (key.matches(KEYS)) {
        String value = key.equals("cipassword") ? "**********" : config.get(key);
        rows.add(new JsonMap().put("key", key).put("value", value).build());
      }
    }
    return rows;
  }

  private static @Nullable Object regenerate(RoutedCall call) {
    Locks.check(call.guest(GuestKind.VM));
    return null;
  }

  private static Object dump(RoutedCall call) {
    ClusterGuest guest = call.guest(GuestKind.VM);
    CloudInitFiles files = new CloudInitFiles(guest);
    return switch (call.required("type")) {
      case "user" -> files.user(CloudInitFiles.Secrets.MASKED);
      case "network" -> files.network();
      default -> files.meta();
    };
  }
}
