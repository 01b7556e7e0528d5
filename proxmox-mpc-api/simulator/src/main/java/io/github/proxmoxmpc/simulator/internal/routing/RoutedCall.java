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
 * @param cluster the state
 * @param identity who asks
 * @param parameters those of the path, the query and the body: text, or a list of texts
 */
public record RoutedCall(Cluster cluster, Identity identity, Map<String, Object> parameters) {

  /** A parameter, or null if it did not come. */
  public @Nullable String text(String name) {
    Object value = parameters.get(name);
    return value == null ? null : value.toString();
  }

  /** A parameter, or what to take instead. */
  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** A parameter that the schema makes sure of. */
  public String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalStateException("The schema does not ask for '" + name + "'");
    }
    return value;
  }

  /** If a parameter came. */
  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** If a boolean parameter came and is true. */
  public boolean isTrue(String name) {
    return "1".equals(text(name));
  }

  /** A whole number, or what to take instead. */
  public long number(String name, long otherwise) {
    String value = text(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** The items of a parameter that holds a list, empty if it did not come. */
  public List<String> list(String name) {
    Object value = parameters.get(name);
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : ParameterCheck.split(value.toString());
  }

  /** The name of the node in the path. */
  public String nodeName() {
    return required("node");
  }

  /** The node in the path. */
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

  /** The id of the guest in the path. */
  public int vmid() {
    return (int) number("vmid", 0);
  }

  /**
   * The guest in the path.
   *
   * @throws RefusalException if there is none of that kind on that node
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

  /** Starts a task on the node in the path; answers its UPID. */
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
