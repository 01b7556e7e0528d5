package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds an estate. Not thread-safe. */
public final class EstateBuilder {
  private final Map<String, EstateParts.Node> nodes = new LinkedHashMap<>();
  private final Map<String, EstateParts.Storage> storages = new LinkedHashMap<>();
  private final Map<Integer, EstateParts.Guest> guests = new LinkedHashMap<>();
  private final List<EstateParts.Pool> pools = new ArrayList<>();
  private final List<EstateParts.Token> tokens = new ArrayList<>();
  private final Map<String, String> users = new LinkedHashMap<>();

  private final List<EstateParts.Write> writes = new ArrayList<>();
  private final Map<String, String> data = new LinkedHashMap<>();

  EstateBuilder() {}

  EstateBuilder(EstateParts parts) {
    parts.nodes().forEach(node -> nodes.put(node.name(), node));
    storages.putAll(parts.storages());
    guests.putAll(parts.guests());
    pools.addAll(parts.pools());
    tokens.addAll(parts.tokens());
    users.putAll(parts.users());
    writes.addAll(parts.writes());
    data.putAll(parts.data());
  }

  /** Adds an online node. */
  public EstateBuilder node(String name) {
    nodes.put(name, new EstateParts.Node(name, true));
    return this;
  }

  /** Adds an offline node. Requests for it are answered with status 595. */
  public EstateBuilder offlineNode(String name) {
    nodes.put(name, new EstateParts.Node(name, false));
    return this;
  }

  /**
   * Adds a storage.
   *
   * @param options the options of its section in {@code storage.cfg}: {@code type}, {@code path},
   *     {@code content}, {@code nodes}, {@code shared}, {@code disable}, ...
   */
  public EstateBuilder storage(String id, Map<String, String> options) {
    if (!options.containsKey("type")) {
      throw new IllegalArgumentException("Storage '" + id + "' needs a type, such as dir");
    }
    storages.put(id, new EstateParts.Storage(id, Map.copyOf(options), true, List.of()));
    return this;
  }

  /** Marks a storage that was added before as unreachable. */
  public EstateBuilder unreachable(String storage) {
    storages.put(storage, known(storage).unreachable());
    return this;
  }

  /**
   * Adds a volume to a storage that was added before.
   *
   * @param volid the volume id, {@code local:iso/a.iso}. The first directory gives the content
   *     type: {@code iso}, {@code vztmpl}, {@code backup}, {@code snippets} or {@code import}; any
   *     other volume is a disk image. A backup of a guest of the estate contains its configuration
   * @param size size in bytes
   */
  public EstateBuilder volume(String volid, long size) {
    EstateParts.Volume volume = EstateParts.Volume.of(volid, size);
    storages.put(volume.storage(), known(volume.storage()).with(volume));
    return this;
  }

  /** Adds a VM with the text of its configuration file. */
  public EstateBuilder vm(String node, int vmid, String configuration) {
    return guest(node, vmid, GuestKind.VM, configuration);
  }

  /** Adds a VM with its configuration by key. Its file has the format that the server writes. */
  public EstateBuilder vm(String node, int vmid, Map<String, String> configuration) {
    return guest(node, vmid, GuestKind.VM, text(GuestKind.VM, configuration));
  }

  /** Adds a container with the text of its configuration file. */
  public EstateBuilder container(String node, int vmid, String configuration) {
    return guest(node, vmid, GuestKind.CONTAINER, configuration);
  }

  /**
   * Adds a container with its configuration by key. Its file has the format that the server writes.
   */
  public EstateBuilder container(String node, int vmid, Map<String, String> configuration) {
    return guest(node, vmid, GuestKind.CONTAINER, text(GuestKind.CONTAINER, configuration));
  }

  private static String text(GuestKind kind, Map<String, String> configuration) {
    StoredConfig config = StoredConfig.parse(kind, "");
    config.change(section -> configuration.forEach(section::set));
    return config.text();
  }

  private EstateBuilder guest(String node, int vmid, GuestKind kind, String configuration) {
    guests.put(
        vmid, new EstateParts.Guest(node, vmid, kind, configuration, false, false, List.of()));
    return this;
  }

  /** Marks guests that were added before as running. */
  public EstateBuilder running(int... vmids) {
    for (int vmid : vmids) {
      guests.put(vmid, known(vmid).asRunning());
    }
    return this;
  }

  /**
   * Sets the addresses of a guest's first network interface. For a VM this also makes its guest
   * agent respond; without it, the agent is silent even if it is configured.
   *
   * @param addresses addresses with prefix length, {@code 192.0.2.5/24}
   */
  public EstateBuilder addresses(int vmid, String... addresses) {
    guests.put(vmid, known(vmid).withAddresses(List.of(addresses)));
    return this;
  }

  /**
   * Adds a pool.
   *
   * @param id the pool id; {@code prod/web} is nested in {@code prod}
   * @param members ids of guests and storages
   */
  public EstateBuilder pool(String id, String... members) {
    return pool(id, "", Arrays.asList(members));
  }

  /** Adds a pool with a comment. */
  public EstateBuilder pool(String id, String comment, List<String> members) {
    pools.add(new EstateParts.Pool(id, comment, List.copyOf(members)));
    return this;
  }

  /**
   * Adds an API token with all privileges, and its owner. The few operations that only {@code
   * root@pam} may call refuse even a token of that user.
   *
   * @param id the full token id, {@code ci@pve!build}
   */
  public EstateBuilder token(String id, String secret) {
    tokens.add(new EstateParts.Token(id, secret, Map.of()));
    return this;
  }

  /**
   * Adds an API token with limited privileges.
   *
   * @param privileges privileges by path, {@code {"/vms": {"VM.Audit"}}}; they also apply to the
   *     paths below
   */
  public EstateBuilder token(String id, String secret, Map<String, Set<String>> privileges) {
    if (privileges.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot add token '"
              + id
              + "' without privileges: use token(id, secret) for all privileges");
    }
    tokens.add(new EstateParts.Token(id, secret, Map.copyOf(privileges)));
    return this;
  }

  /**
   * Adds a user with all privileges. The few operations that only {@code root@pam} may call refuse
   * the user.
   *
   * @param name the user id, {@code ci@pve}
   */
  public EstateBuilder user(String name, String password) {
    users.put(name, password);
    return this;
  }

  /**
   * Adds configuration with a write request of the API, which {@code root@pam} sends when the
   * simulator starts. Requests are sent in the order in which they were added, and have to succeed.
   *
   * @param operation method and path: {@code POST /cluster/ha/groups}
   * @param parameters the parameters that are not in the path
   */
  public EstateBuilder write(String operation, Map<String, String> parameters) {
    writes.add(EstateParts.Write.of(operation, parameters));
    return this;
  }

  /**
   * Sets the result of reading a path, for results that only hardware or another server can give:
   * disks, scans, sensors. It takes the place of the simulator's own result.
   *
   * @param path the path without a query: {@code /nodes/pve1/disks/list}
   * @param json the {@code data} of the response
   * @throws IllegalArgumentException if the text is not JSON
   */
  public EstateBuilder data(String path, String json) {
    JsonCodec.read(json);
    data.put(path, json);
    return this;
  }

  /**
   * Creates the estate.
   *
   * @throws IllegalArgumentException if a guest names an unknown node, or a pool an unknown member
   */
  public Estate build() {
    if (nodes.isEmpty()) {
      node("pve");
    }
    guests.values().forEach(guest -> guest.requireNode(nodes.keySet()));
    pools.forEach(pool -> pool.requireMembers(guests.keySet(), storages.keySet()));
    return new Estate(
        new EstateParts(
            List.copyOf(nodes.values()), storages, guests, pools, tokens, users, writes, data));
  }

  private EstateParts.Storage known(String storage) {
    EstateParts.Storage definition = storages.get(storage);
    if (definition == null) {
      throw new IllegalArgumentException(
          "The estate has no storage '" + storage + "': add it first");
    }
    return definition;
  }

  private EstateParts.Guest known(int vmid) {
    EstateParts.Guest definition = guests.get(vmid);
    if (definition == null) {
      throw new IllegalArgumentException("The estate has no guest " + vmid + ": add it first");
    }
    return definition;
  }
}
