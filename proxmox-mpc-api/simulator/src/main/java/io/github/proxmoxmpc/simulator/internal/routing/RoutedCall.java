package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.Tasks;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed all checks.
 *
 * @param cluster the state of the cluster
 * @param identity the caller
 * @param parameters the parameters of path, query and body: text, or a list of texts
 */
public record RoutedCall(Cluster cluster, Identity identity, Map<String, Object> parameters) {

  /** Returns a parameter, or null if it is missing. */
  public @Nullable String text(String name) {
    Object value = parameters.get(name);
    return value == null ? null : value.toString();
  }

  /** Returns a parameter, or the given default. */
  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** Returns a parameter that the schema requires. */
  public String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalStateException("The schema does not require parameter '" + name + "'");
    }
    return value;
  }

  /** Returns whether a parameter is present. */
  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** Returns whether a boolean parameter is present and true. */
  public boolean isTrue(String name) {
    return "1".equals(text(name));
  }

  /** Returns an integer parameter, or the given default. */
  public long number(String name, long otherwise) {
    String value = text(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** Returns the items of a list parameter, empty if it is missing. */
  public List<String> list(String name) {
    Object value = parameters.get(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : ParameterCheck.split(value.toString());
  }

  /** Returns the name of the node in the path. */
  public String nodeName() {
    return required("node");
  }

  /** Returns the node in the path. */
  public ClusterNode node() {
    String name = nodeName();
    return cluster
        .node(name)
        .orElseThrow(
            () ->
                RefusalException.failure(
                    "hostname lookup '"
                        + name
                        + "' failed - failed to get address info for: "
                        + name
                        + ": Name or service not known"));
  }

  /** Returns the id of the guest in the path. */
  public int vmid() {
    return (int) number("vmid", 0);
  }

  /**
   * Returns the guest in the path.
   *
   * @throws RefusalException if the node has no such guest
   */
  public ClusterGuest guest(GuestKind kind) {
    String node = nodeName();
    int vmid = vmid();
    return cluster
        .guest(node, kind, vmid)
        .orElseThrow(
            () ->
                RefusalException.failure(
                    "Configuration file 'nodes/"
                        + node
                        + "/"
                        + kind.directory()
                        + "/"
                        + vmid
                        + ".conf' does not exist"));
  }

  /** Starts a task on the node in the path and returns its UPID. */
  public String task(String type, String id, Consumer<WorkerTask> work) {
    return cluster
        .tasks()
        .start(
            new Tasks.Order(nodeName(), type, id, identity.id()),
            task -> {
              try {
                work.accept(task);
              } catch (RefusalException refused) {
                throw new TaskFailure(String.valueOf(refused.getMessage()));
              }
            });
  }
}
