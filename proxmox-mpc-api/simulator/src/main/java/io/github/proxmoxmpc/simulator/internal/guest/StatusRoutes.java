package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.RunState;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.GuestFacts;
import io.github.proxmoxmpc.simulator.internal.resource.ResourceRows;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.Booleans;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code .../status}: the run state, starting and stopping. */
final class StatusRoutes {
  private static final long MIB = 1024L * 1024;
  private static final long DEFAULT_SHARES = 1000;
  private static final int FIRST_PID = 100_000;
  private static final List<String> VM_DIRECTORY =
      List.of("current", "start", "stop", "reset", "shutdown", "suspend", "reboot");
  private static final List<String> CONTAINER_DIRECTORY =
      List.of("current", "start", "stop", "shutdown", "reboot", "migrate");
  private static final List<String> PRESSURES =
      List.of(
          "pressurecpusome",
          "pressurecpufull",
          "pressureiosome",
          "pressureiofull",
          "pressurememorysome",
          "pressurememoryfull");

  private final GuestKind kind;

  private StatusRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    StatusRoutes status = new StatusRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}/status";
    routes
        .on("GET " + path, status::directory)
        .on("GET " + path + "/current", status::current)
        .on("POST " + path + "/start", status::start)
        .on("POST " + path + "/stop", status::stop)
        .on("POST " + path + "/shutdown", status::shutDown)
        .on("POST " + path + "/reboot", status::reboot)
        .on("POST " + path + "/suspend", status::suspend)
        .on("POST " + path + "/resume", status::resume);
    if (kind == GuestKind.VM) {
      routes.on("POST " + path + "/reset", status::reset);
    }
  }

  private List<Object> directory(RoutedCall call) {
    call.guest(kind);
    List<String> names = kind == GuestKind.VM ? VM_DIRECTORY : CONTAINER_DIRECTORY;
    return names.stream().<Object>map(name -> Map.of("subdir", name)).toList();
  }

  /** Returns a row of the node's list of guests. */
  static Map<String, @Nullable Object> row(RoutedCall call, ClusterGuest guest) {
    ConfigSection config = guest.config().current();
    GuestFacts facts =
        new GuestFacts(guest, ResourceRows.cpus(call.cluster().nodes().get(guest.node())));
    JsonMap row =
        new JsonMap()
            .put("vmid", guest.vmid())
            .put("name", guest.name())
            .put("status", guest.isRunning() ? "running" : "stopped")
            .put("cpus", facts.cpus())
            .put("cpu", 0)
            .put("maxmem", facts.maximumMemory())
            .put("mem", guest.isRunning() ? facts.maximumMemory() / 2 : 0)
            .put("maxdisk", facts.maximumDisk())
            .put("disk", 0)
            .put("netin", 0)
            .put("netout", 0)
            .put("uptime", guest.uptime(call.cluster().now()));
    row.putIfPresent("tags", facts.tags());
    row.putIfPresent("lock", facts.lock());
    row.putIfPresent("template", guest.isTemplate() ? 1 : null);
    row.putIfPresent("pid", guest.isRunning() ? FIRST_PID + guest.vmid() : null);
    if (guest.isRunning()) {
      // null for containers (seen on 9.2.11).
      PRESSURES.forEach(name -> row.put(name, guest.kind() == GuestKind.VM ? (Object) 0 : null));
    }
    if (guest.kind() == GuestKind.CONTAINER) {
      row.put("type", "lxc")
          .put("maxswap", facts.maximumSwap())
          .put("swap", 0)
          .put("diskread", 0)
          .put("diskwrite", 0);
    } else {
      row.put("memhost", 0);
      row.putIfPresent("serial", config.get("serial0") == null ? null : 1);
      String balloon = config.get("balloon");
      if (guest.isRunning() && balloon != null && Booleans.isTrue(balloon)) {
        row.put("balloon_min", Long.parseLong(balloon) * MIB);
        row.put("shares", Long.parseLong(config.get("shares", Long.toString(DEFAULT_SHARES))));
      }
    }
    return row.build();
  }

  private Object current(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Map<String, @Nullable Object> status = row(call, guest);
    status.put("ha", Map.of("managed", 0));
    if (kind == GuestKind.VM) {
      ConfigSection config = guest.config().current();
      status.put(
          "qmpstatus",
          switch (guest.state()) {
            case STOPPED -> "stopped";
            case RUNNING -> "running";
            case PAUSED -> "paused";
          });
      if (new GuestFacts(guest, 1).hasAgent()) {
        status.put("agent", 1);
      }
      String vga = config.get("vga");
      if (vga != null) {
        status.put("clipboard", clipboard(vga));
        if (vga.startsWith("qxl") || vga.startsWith("type=qxl")) {
          status.put("spice", 1);
        }
      }
      if (guest.isRunning()) {
        status.put("nics", nics(guest));
      }
    }
    return status;
  }

  private static @Nullable String clipboard(String vga) {
    for (String part : vga.split(",", -1)) {
      if (part.startsWith("clipboard=")) {
        return part.substring("clipboard=".length());
      }
    }
    return null;
  }

  private static Map<String, @Nullable Object> nics(ClusterGuest guest) {
    JsonMap nics = new JsonMap();
    for (String key : guest.config().current().keys()) {
      if (key.matches("net\\d+")) {
        nics.put(
            "tap" + guest.vmid() + "i" + key.substring("net".length()),
            Map.of("netin", 0, "netout", 0));
      }
    }
    return nics.build();
  }

  private Object start(RoutedCall call) {
    if (kind == GuestKind.CONTAINER) {
      ClusterGuest container = call.guest(kind);
      if (container.isRunning()) {
        throw RefusalException.failure("CT " + container.vmid() + " already running");
      }
    }
    // Only the task notices that a VM does not exist.
    return task(
        call,
        "start",
        guest -> {
          if (guest.isTemplate()) {
            throw new TaskFailure(
                "you can't start a "
                    + (kind == GuestKind.VM ? "vm" : "CT")
                    + " if it's a template");
          }
          Locks.complaint(guest)
              .ifPresent(
                  complaint -> {
                    throw new TaskFailure(complaint);
                  });
          if (guest.isRunning()) {
            throw new TaskFailure(kind.word() + " " + guest.vmid() + " already running");
          }
          guest.start(call.cluster().now());
        });
  }

  private Object stop(RoutedCall call) {
    failIfContainerIsStopped(call);
    return task(call, "stop", ClusterGuest::stop);
  }

  private Object shutDown(RoutedCall call) {
    failIfContainerIsStopped(call);
    return task(call, "shutdown", ClusterGuest::stop);
  }

  private void failIfContainerIsStopped(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    if (kind == GuestKind.CONTAINER && !guest.isRunning()) {
      throw RefusalException.failure("CT " + guest.vmid() + " not running");
    }
  }

  private ClusterGuest running(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    if (!guest.isRunning()) {
      throw RefusalException.failure(kind.word() + " " + guest.vmid() + " not running");
    }
    return guest;
  }

  private Object reboot(RoutedCall call) {
    running(call);
    return task(
        call,
        "reboot",
        guest -> {
          guest.stop();
          guest.start(call.cluster().now());
        });
  }

  private Object reset(RoutedCall call) {
    running(call);
    return task(call, "reset", guest -> {});
  }

  private Object suspend(RoutedCall call) {
    running(call);
    if (kind == GuestKind.VM && call.isTrue("todisk")) {
      return task(
          call,
          "suspend",
          guest -> {
            guest.stop();
            guest.config().change(config -> config.set("lock", "suspended"));
          });
    }
    return task(call, kind == GuestKind.VM ? "pause" : "suspend", ClusterGuest::pause);
  }

  private Object resume(RoutedCall call) {
    ClusterGuest suspended = call.guest(kind);
    boolean toDisk = "suspended".equals(suspended.config().current().get("lock"));
    if (!toDisk) {
      running(call);
    }
    return task(
        call,
        "resume",
        guest -> {
          if (toDisk) {
            guest.config().change(config -> config.remove("lock"));
            guest.start(call.cluster().now());
          } else if (guest.state() == RunState.PAUSED) {
            guest.resume();
          }
        });
  }

  private String task(RoutedCall call, String action, Consumer<ClusterGuest> work) {
    return call.task(
        kind.taskPrefix() + action,
        Integer.toString(call.vmid()),
        task -> {
          ClusterGuest guest;
          try {
            guest = call.guest(kind);
          } catch (RefusalException e) {
            throw new TaskFailure(String.valueOf(e.getMessage()));
          }
          work.accept(guest);
        });
  }
}
