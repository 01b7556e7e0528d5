package io.github.proxmoxmpc.simulator.internal.cluster;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state. Whoever reads or changes it holds {@link #lock()}: one lock keeps parallel
 * requests from seeing each other's halves, and a simulator needs no more.
 */
public final class Cluster {
  private final Clock clock;
  private final String name;
  private final Object lock = new Object();
  private final SortedMap<String, ClusterNode> nodes = new TreeMap<>();
  private final SortedMap<Integer, ClusterGuest> guests = new TreeMap<>();
  private final SortedMap<String, ClusterStorage> storages = new TreeMap<>();
  private final SortedMap<String, ClusterPool> pools = new TreeMap<>();
  private final Tasks tasks;
  private final Accounts accounts = new Accounts();
  private final Instant bootTime;
  private int generated;

  /**
   * An empty cluster.
   *
   * @param name its name; of no meaning with one node
   */
  public Cluster(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.tasks = new Tasks(clock);
    this.bootTime = clock.instant();
  }

  /** What to hold while reading or changing anything here. */
  public Object lock() {
    return lock;
  }

  /** The time. */
  public Instant now() {
    return clock.instant();
  }

  /** Seconds since the simulator was started. */
  public long uptime() {
    return now().getEpochSecond() - bootTime.getEpochSecond();
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** All nodes by name. */
  public SortedMap<String, ClusterNode> nodes() {
    return nodes;
  }

  /** All guests by id. */
  public SortedMap<Integer, ClusterGuest> guests() {
    return guests;
  }

  /** All storages by id. */
  public SortedMap<String, ClusterStorage> storages() {
    return storages;
  }

  /** All pools by id. */
  public SortedMap<String, ClusterPool> pools() {
    return pools;
  }

  /** All tasks. */
  public Tasks tasks() {
    return tasks;
  }

  /** Who may come in. */
  public Accounts accounts() {
    return accounts;
  }

  /** The guests of one kind on one node. */
  public Collection<ClusterGuest> guestsOn(String node, GuestKind kind) {
    return guests.values().stream()
        .filter(guest -> guest.node().equals(node) && guest.kind() == kind)
        .toList();
  }

  /** The guest of that id, if it is of that kind and on that node. */
  public Optional<ClusterGuest> guest(String node, GuestKind kind, int vmid) {
    return Optional.ofNullable(guests.get(vmid))
        .filter(guest -> guest.node().equals(node) && guest.kind() == kind);
  }

  /** The pool that a guest is in, or null. */
  public @Nullable ClusterPool poolOf(int vmid) {
    return pools.values().stream()
        .filter(pool -> pool.guests().contains(vmid))
        .findFirst()
        .orElse(null);
  }

  /** A UUID that no one else got; the same at each run. */
  public String newUuid() {
    generated++;
    return UUID.nameUUIDFromBytes(("uuid " + generated).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** A hardware address that no guest has, with the prefix of Proxmox; the same at each run. */
  public String newMac() {
    while (true) {
      generated++;
      // Odd, so it walks through all values of three octets before it comes back.
      int suffix = generated * 0x9E3779 & 0xffffff;
      String mac =
          String.format(
              Locale.ROOT,
              "BC:24:11:%02X:%02X:%02X",
              suffix >> 16 & 0xff,
              suffix >> 8 & 0xff,
              suffix & 0xff);
      if (guests.values().stream().noneMatch(guest -> guest.config().text().contains(mac))) {
        return mac;
      }
    }
  }

  /** The node of that name. */
  public Optional<ClusterNode> node(String nodeName) {
    return Optional.ofNullable(nodes.get(nodeName));
  }

  /** Counts the facts that make up a state, for messages. */
  @Override
  public String toString() {
    return Map.of("nodes", nodes.size(), "guests", guests.size(), "storages", storages.size())
        .toString();
  }
}
