package io.github.proxmoxmpc.simulator.internal.cluster;

import io.github.proxmoxmpc.simulator.internal.account.Pools;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.store.SectionStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of the simulated cluster. Callers hold {@link #lock()} while they read or change
 * it: one lock keeps parallel requests from seeing partial changes.
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
  private final SectionStore sections = new SectionStore();
  private final Accounts accounts;
  private final Map<String, @Nullable Object> data = new HashMap<>();
  private final ClusterLog log = new ClusterLog();
  private final Instant bootTime;
  private int generated;

  /**
   * Creates an empty cluster.
   *
   * @param name the name of the cluster; unused with a single node
   */
  public Cluster(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.tasks = new Tasks(clock);
    this.bootTime = clock.instant();
    this.accounts = new Accounts(sections, new PoolPaths(), clock);
  }

  /** Returns the lock that guards this cluster. */
  public Object lock() {
    return lock;
  }

  /** Returns the current time. */
  public Instant now() {
    return clock.instant();
  }

  /** Returns the seconds since the simulator was started. */
  public long uptime() {
    return now().getEpochSecond() - bootTime.getEpochSecond();
  }

  /** Returns when the simulator was started. */
  public Instant bootTime() {
    return bootTime;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns all nodes by name. */
  public SortedMap<String, ClusterNode> nodes() {
    return nodes;
  }

  /** Returns all guests by id. */
  public SortedMap<Integer, ClusterGuest> guests() {
    return guests;
  }

  /** Returns all storages by id. */
  public SortedMap<String, ClusterStorage> storages() {
    return storages;
  }

  /** Returns all pools by id. */
  public SortedMap<String, ClusterPool> pools() {
    return pools;
  }

  /** Returns all tasks. */
  public Tasks tasks() {
    return tasks;
  }

  /** Returns the log of what users did besides tasks. */
  public ClusterLog log() {
    return log;
  }

  /** Returns the users and tokens. */
  public Accounts accounts() {
    return accounts;
  }

  /** Returns the configuration files. */
  public SectionStore sections() {
    return sections;
  }

  /** Returns the results that the estate sets, by the path that is read. */
  public Map<String, @Nullable Object> data() {
    return data;
  }

  /** Returns the guests of one kind on one node. */
  public Collection<ClusterGuest> guestsOn(String node, GuestKind kind) {
    return guests.values().stream()
        .filter(guest -> guest.node().equals(node) && guest.kind() == kind)
        .toList();
  }

  /** Returns the guest with this id, if it has this kind and is on this node. */
  public Optional<ClusterGuest> guest(String node, GuestKind kind, int vmid) {
    return Optional.ofNullable(guests.get(vmid))
        .filter(guest -> guest.node().equals(node) && guest.kind() == kind);
  }

  /** Returns the pool that contains a guest, or null. */
  public @Nullable ClusterPool poolOf(int vmid) {
    return pools.values().stream()
        .filter(pool -> pool.guests().contains(vmid))
        .findFirst()
        .orElse(null);
  }

  /** The pools with the access control paths of their members. */
  private final class PoolPaths implements Pools {
    @Override
    public Set<String> ids() {
      return pools.keySet();
    }

    @Override
    public Set<String> members(String id) {
      Set<String> paths = new HashSet<>();
      ClusterPool pool = pools.get(id);
      if (pool != null) {
        pool.guests().forEach(vmid -> paths.add("/vms/" + vmid));
        pool.storages().forEach(storage -> paths.add("/storage/" + storage));
      }
      return paths;
    }

    @Override
    public boolean contains(String id, String path) {
      ClusterPool pool = pools.get(id);
      String name = path.substring(path.indexOf('/', 1) + 1);
      return pool != null
          && (path.startsWith("/storage/")
              ? pool.storages().contains(name)
              : name.matches("\\d{1,9}") && pool.guests().contains(Integer.valueOf(name)));
    }
  }

  /** Creates a unique UUID; each run creates the same sequence. */
  public String newUuid() {
    generated++;
    return UUID.nameUUIDFromBytes(("uuid " + generated).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /**
   * Creates a MAC address with the prefix of Proxmox that no guest has; each run creates the same
   * sequence.
   */
  public String newMac() {
    while (true) {
      generated++;
      // The factor is odd, so the sequence visits all values of three octets before it repeats.
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

  /** Returns the node with this name. */
  public Optional<ClusterNode> node(String nodeName) {
    return Optional.ofNullable(nodes.get(nodeName));
  }

  /** Returns the number of nodes, guests and storages, for messages. */
  @Override
  public String toString() {
    return Map.of("nodes", nodes.size(), "guests", guests.size(), "storages", storages.size())
        .toString();
  }
}
