package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.Tasks;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.InvalidParametersException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Operations on many guests: of a node, or of the cluster. Each guest gets a task of its own. */
final class BulkRoutes {
  private final Routes routes;

  private BulkRoutes(Routes routes) {
    this.routes = routes;
  }

  static void addTo(Routes routes) {
    BulkRoutes bulk = new BulkRoutes(routes);
    String cluster = "POST /cluster/bulk-action/guest/";
    String node = "POST /nodes/{node}/";
    for (Action action : Action.values()) {
      routes
          .on(cluster + action.clusterPath, bulk.ofCluster(action))
          .on(node + action.nodePath, bulk.ofNode(action));
    }
  }

  private enum Action {
    START("start", "startall", "VM.PowerMgmt", "Starting"),
    SHUTDOWN("shutdown", "stopall", "VM.PowerMgmt", "Stopping"),
    SUSPEND("suspend", "suspendall", "VM.PowerMgmt", "Suspending"),
    MIGRATE("migrate", "migrateall", "VM.Migrate", "Migrating");

    private final String clusterPath;
    private final String nodePath;
    private final String privilege;
    private final String verb;

    Action(String clusterPath, String nodePath, String privilege, String verb) {
      this.clusterPath = clusterPath;
      this.nodePath = nodePath;
      this.privilege = privilege;
      this.verb = verb;
    }

    private boolean concerns(ClusterGuest guest) {
      return switch (this) {
        case START -> !guest.isRunning() && !guest.isTemplate();
        case SHUTDOWN -> guest.isRunning();
        case SUSPEND -> guest.isRunning() && guest.kind() == GuestKind.VM;
        case MIGRATE -> true;
      };
    }
  }

  private Handler ofCluster(Action action) {
    return call -> {
      check(call, action);
      return start(call, action, "bulk-" + action.clusterPath, guest -> true);
    };
  }

  private Handler ofNode(Action action) {
    return call -> {
      check(call, action);
      String node = call.nodeName();
      if (action == Action.MIGRATE && node.equals(call.required("target"))) {
        throw RefusalException.parameter("target", "target is local node.");
      }
      // Without a list, only guests that start with the node are started.
      boolean onlyAtBoot = action == Action.START && !call.has("vms") && !call.isTrue("force");
      return start(
          call,
          action,
          action.nodePath,
          guest ->
              guest.node().equals(node)
                  && (!onlyAtBoot || guest.config().current().isTrue("onboot")));
    };
  }

  private static void check(RoutedCall call, Action action) {
    if (call.identity().has("/", action.privilege)) {
      return;
    }
    List<String> vmids = call.list("vms");
    if (vmids.isEmpty()) {
      throw RefusalException.forbidden("/, " + action.privilege);
    }
    for (String vmid : vmids) {
      if (!call.identity().has("/vms/" + vmid, action.privilege)) {
        throw RefusalException.forbidden("/vms/" + vmid + ", " + action.privilege);
      }
    }
  }

  private String start(
      RoutedCall call, Action action, String type, Predicate<ClusterGuest> selection) {
    List<String> vmids = call.list("vms");
    String node = call.has("node") ? call.nodeName() : call.cluster().nodes().firstKey();
    return call.cluster()
        .tasks()
        .start(
            new Tasks.Order(node, type, "", call.identity().id()),
            task ->
                List.copyOf(call.cluster().guests().values()).stream()
                    .filter(selection.and(action::concerns))
                    .filter(
                        guest -> vmids.isEmpty() || vmids.contains(Integer.toString(guest.vmid())))
                    .forEach(guest -> act(call, action, guest, task)));
  }

  private void act(RoutedCall call, Action action, ClusterGuest guest, WorkerTask task) {
    String target = call.text("target");
    if (action == Action.MIGRATE && guest.node().equals(target)) {
      return;
    }
    task.log(action.verb + " " + guest.kind().word() + " " + guest.vmid());
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("node", guest.node());
    parameters.put("vmid", Integer.toString(guest.vmid()));
    String path = "POST /nodes/{node}/" + guest.kind().path() + "/{vmid}/";
    if (action == Action.MIGRATE && target != null) {
      path += "migrate";
      parameters.put("target", target);
      if (guest.isRunning()) {
        parameters.put(guest.kind() == GuestKind.VM ? "online" : "restart", "1");
      }
      if (call.has("with-local-disks") && guest.kind() == GuestKind.VM) {
        parameters.put("with-local-disks", call.required("with-local-disks"));
      }
    } else {
      path += "status/" + action.clusterPath;
    }
    try {
      routes
          .find(path)
          .orElseThrow()
          .handle(new RoutedCall(call.cluster(), call.identity(), parameters));
    } catch (RefusalException | InvalidParametersException refusal) {
      task.warn(guest.kind().word() + " " + guest.vmid() + ": " + refusal.getMessage());
    }
  }
}
