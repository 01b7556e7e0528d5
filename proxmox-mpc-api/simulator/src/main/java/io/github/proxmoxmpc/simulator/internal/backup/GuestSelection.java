package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The guests that a backup or a backup job selects, after get_included_guests of PVE::VZDump. */
public final class GuestSelection {
  private GuestSelection() {}

  /**
   * Returns the ids of the selected guests. Ids without a guest are included.
   *
   * @param options the options {@code pool}, {@code vmid}, {@code all}, {@code exclude} and {@code
   *     node} by name
   */
  public static SortedSet<Integer> of(Cluster cluster, Function<String, @Nullable String> options) {
    SortedSet<Integer> vmids = new TreeSet<>();
    String pool = options.apply("pool");
    if (pool != null) {
      ClusterPool found = cluster.pools().get(pool);
      if (found != null) {
        vmids.addAll(found.guests());
      }
    } else if (options.apply("vmid") != null) {
      vmids.addAll(numbers(options.apply("vmid")));
    } else if ("1".equals(options.apply("all")) || options.apply("exclude") != null) {
      vmids.addAll(cluster.guests().keySet());
      vmids.removeAll(numbers(options.apply("exclude")));
    }
    String node = options.apply("node");
    if (node != null) {
      vmids.removeIf(
          vmid -> {
            ClusterGuest guest = cluster.guests().get(vmid);
            return guest != null && !guest.node().equals(node);
          });
    }
    return vmids;
  }

  private static List<Integer> numbers(@Nullable String list) {
    return ParameterCheck.split(list == null ? "" : list).stream().map(Integer::valueOf).toList();
  }
}
