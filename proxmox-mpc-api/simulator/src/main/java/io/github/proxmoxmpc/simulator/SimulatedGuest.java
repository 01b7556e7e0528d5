package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A guest of a simulator. Tests use it to inspect or change a guest without a request, as an
 * administrator does with an editor on the node. Thread-safe.
 */
public final class SimulatedGuest {
  private final Cluster cluster;
  private final int vmid;

  SimulatedGuest(Cluster cluster, int vmid) {
    this.cluster = cluster;
    this.vmid = vmid;
  }

  /** Returns the id. */
  public int vmid() {
    return vmid;
  }

  /** Returns the name of the node that holds the guest. */
  public String node() {
    return with(ClusterGuest::node);
  }

  /**
   * Returns the current configuration by key, sorted, without pending changes and snapshots. Lines
   * that the server cannot read are missing.
   */
  public Map<String, String> config() {
    return with(
        guest -> {
          Map<String, String> values = new TreeMap<>();
          ConfigSection section = guest.config().current();
          section.keys().forEach(key -> values.put(key, section.get(key, "")));
          return Collections.unmodifiableMap(values);
        });
  }

  /** Returns the text of the configuration file. */
  public String configurationFile() {
    return with(guest -> guest.config().text());
  }

  /**
   * Sets a key in the configuration file without any check.
   *
   * @return this guest
   */
  public SimulatedGuest set(String key, String value) {
    return change(guest -> guest.config().change(section -> section.set(key, value)));
  }

  /**
   * Removes a key from the configuration file.
   *
   * @return this guest
   */
  public SimulatedGuest unset(String key) {
    return change(guest -> guest.config().change(section -> section.remove(key)));
  }

  /** Returns whether the guest is running. */
  public boolean isRunning() {
    return with(ClusterGuest::isRunning);
  }

  /** Starts the guest without a task and applies its pending changes. */
  public SimulatedGuest start() {
    return change(guest -> guest.start(cluster.now()));
  }

  /** Stops the guest without a task and applies its pending changes. */
  public SimulatedGuest stop() {
    return change(ClusterGuest::stop);
  }

  private SimulatedGuest change(java.util.function.Consumer<ClusterGuest> change) {
    with(
        guest -> {
          change.accept(guest);
          return guest;
        });
    return this;
  }

  private <T> T with(Function<ClusterGuest, T> look) {
    synchronized (cluster.lock()) {
      ClusterGuest guest = cluster.guests().get(vmid);
      if (guest == null) {
        throw new NoSuchElementException("The simulator has no guest " + vmid);
      }
      return look.apply(guest);
    }
  }

  @Override
  public String toString() {
    return "guest " + vmid;
  }
}
