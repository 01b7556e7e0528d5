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
 * A guest of a simulator, to be looked at and changed by a test behind the API's back, as an
 * administrator does with an editor. Thread-safe.
 */
public final class SimulatedGuest {
  private final Cluster cluster;
  private final int vmid;

  SimulatedGuest(Cluster cluster, int vmid) {
    this.cluster = cluster;
    this.vmid = vmid;
  }

  /** Its id. */
  public int vmid() {
    return vmid;
  }

  /** The name of the node that it is on. */
  public String node() {
    return with(ClusterGuest::node);
  }

  /** What its configuration says now, without pending changes and snapshots, sorted by key. */
  public Map<String, String> config() {
    return with(
        guest -> {
          Map<String, String> values = new TreeMap<>();
          ConfigSection section = guest.config().current();
          section.keys().forEach(key -> values.put(key, section.get(key, "")));
          return Collections.unmodifiableMap(values);
        });
  }

  /** The text of its configuration file. */
  public String configurationFile() {
    return with(guest -> guest.config().text());
  }

  /**
   * Sets a key, whatever the server would say to it.
   *
   * @return this guest
   */
  public SimulatedGuest set(String key, String value) {
    return change(guest -> guest.config().change(section -> section.set(key, value)));
  }

  /**
   * Takes a key out.
   *
   * @return this guest
   */
  public SimulatedGuest unset(String key) {
    return change(guest -> guest.config().change(section -> section.remove(key)));
  }

  /** If it runs. */
  public boolean isRunning() {
    return with(ClusterGuest::isRunning);
  }

  /** Lets it run, without a task; pending changes take hold. */
  public SimulatedGuest start() {
    return change(guest -> guest.start(cluster.now()));
  }

  /** Stops it, without a task; pending changes take hold. */
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
