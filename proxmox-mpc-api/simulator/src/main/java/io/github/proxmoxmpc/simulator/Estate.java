package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The initial state of a simulated cluster: nodes, guests with their configuration files, storages,
 * pools, users and tokens. Immutable; each simulator works on a copy.
 *
 * <pre>{@code
 * Estate estate = Estate.builder()
 *     .node("pve1")
 *     .node("pve2")
 *     .storage("local-lvm", Map.of("type", "lvmthin", "vgname", "pve", "thinpool", "data"))
 *     .vm("pve1", 100, """
 *         #Web server
 *         memory: 2048
 *         name: web
 *         net0: virtio=BC:24:11:00:00:01,bridge=vmbr0
 *         scsi0: local-lvm:vm-100-disk-0,size=8G
 *         """)
 *     .running(100)
 *     .pool("prod", "100", "local-lvm")
 *     .build();
 * }</pre>
 *
 * <p>A configuration is the text of the server's own file below {@code
 * /etc/pve/nodes/NODE/qemu-server} or {@code lxc}, with percent-encoded description lines, snapshot
 * sections and pending changes. As on the server, a line with an unknown key or an invalid value is
 * dropped with a warning in the log. A volume that a configuration uses exists without being
 * declared; {@link Builder#volume} adds others.
 */
public final class Estate {
  private final List<NodeDefinition> nodes;
  private final Map<String, StorageDefinition> storages;
  private final Map<Integer, GuestDefinition> guests;
  private final List<PoolDefinition> pools;
  private final List<TokenDefinition> tokens;
  private final Map<String, String> users;

  private Estate(Builder builder) {
    nodes = List.copyOf(builder.nodes.values());
    storages = Map.copyOf(builder.storages);
    guests = Map.copyOf(builder.guests);
    pools = List.copyOf(builder.pools);
    tokens = List.copyOf(builder.tokens);
    users = Map.copyOf(builder.users);
  }

  record NodeDefinition(String name, boolean online) {}

  record StorageDefinition(
      String id, Map<String, String> options, boolean reachable, List<VolumeDefinition> volumes) {}

  record VolumeDefinition(String volid, String content, long size) {}

  record GuestDefinition(
      String node,
      int vmid,
      GuestKind kind,
      String configuration,
      boolean running,
      boolean agentResponds,
      List<String> addresses) {}

  record PoolDefinition(String id, String comment, List<String> members) {}

  record TokenDefinition(String id, String secret, Map<String, Set<String>> privileges) {
    @Override
    public String toString() {
      return "TokenDefinition[" + id + "]";
    }
  }

  /** Returns a builder. An estate without nodes gets one node named {@code pve}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a directory with the layout of {@code /etc/pve}: {@code nodes/NODE/qemu-server/ID.conf},
   * {@code nodes/NODE/lxc/ID.conf}, {@code storage.cfg}, and the pools of {@code user.cfg}. An
   * additional file {@code running} lists the running guests: one id per line, followed by the
   * addresses that the guest agent reports.
   *
   * @throws java.io.UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException if the directory has no nodes
   */
  public static Estate load(Path directory) {
    return new EstateDirectory(directory).read().build();
  }

  /** Returns a builder that starts with the contents of this estate. */
  public Builder newBuilder() {
    Builder builder = new Builder();
    nodes.forEach(node -> builder.nodes.put(node.name(), node));
    builder.storages.putAll(storages);
    builder.guests.putAll(guests);
    builder.pools.addAll(pools);
    builder.tokens.addAll(tokens);
    builder.users.putAll(users);
    return builder;
  }

  /** Returns the ids of all guests, sorted. */
  public Set<Integer> vmids() {
    return new TreeSet<>(guests.keySet());
  }

  List<NodeDefinition> nodes() {
    return nodes;
  }

  Map<String, StorageDefinition> storages() {
    return storages;
  }

  Map<Integer, GuestDefinition> guests() {
    return guests;
  }

  List<PoolDefinition> pools() {
    return pools;
  }

  List<TokenDefinition> tokens() {
    return tokens;
  }

  Map<String, String> users() {
    return users;
  }

  /** Returns the number of nodes, guests, storages and pools. */
  @Override
  public String toString() {
    return "Estate["
        + nodes.size()
        + " nodes, "
        + guests.size()
        + " guests, "
        + storages.size()
        + " storages, "
        + pools.size()
        + " pools]";
  }

  /** Builds an estate. Not thread-safe. */
  public static final class Builder {
    private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    private final Map<String, StorageDefinition> storages = new LinkedHashMap<>();
    private final Map<Integer, GuestDefinition> guests = new LinkedHashMap<>();
    private final List<PoolDefinition> pools = new ArrayList<>();
    private final List<TokenDefinition> tokens = new ArrayList<>();
    private final Map<String, String> users = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an online node. */
    public Builder node(String name) {
      nodes.put(name, new NodeDefinition(name, true));
      return this;
    }

    /** Adds an offline node. Requests for it are answered with status 595. */
    public Builder offlineNode(String name) {
      nodes.put(name, new NodeDefinition(name, false));
      return this;
    }

    /**
     * Adds a storage.
     *
     * @param options the options of its section in {@code storage.cfg}: {@code type}, {@code path},
     *     {@code content}, {@code nodes}, {@code shared}, {@code disable}, ...
     */
    public Builder storage(String id, Map<String, String> options) {
      if (!options.containsKey("type")) {
        throw new IllegalArgumentException("Storage '" + id + "' needs a type, such as dir");
      }
      storages.put(id, new StorageDefinition(id, Map.copyOf(options), true, List.of()));
      return this;
    }

    /** Marks a storage that was added before as unreachable. */
    public Builder unreachable(String storage) {
      StorageDefinition before = known(storage);
      storages.put(
          storage, new StorageDefinition(storage, before.options(), false, before.volumes()));
      return this;
    }

    /**
     * Adds a volume to a storage that was added before.
     *
     * @param volid the volume id, {@code local:iso/a.iso}. The first directory gives the content
     *     type: {@code iso}, {@code vztmpl}, {@code backup}, {@code snippets} or {@code import};
     *     any other volume is a disk image
     * @param size size in bytes
     */
    public Builder volume(String volid, long size) {
      int colon = volid.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "Cannot add volume '" + volid + "': a volume id has the form STORAGE:NAME");
      }
      String path = volid.substring(colon + 1);
      int slash = path.indexOf('/');
      String first = slash < 0 ? "" : path.substring(0, slash);
      String content =
          List.of("iso", "vztmpl", "backup", "snippets", "import").contains(first)
              ? first
              : "images";
      String storage = volid.substring(0, colon);
      StorageDefinition before = known(storage);
      List<VolumeDefinition> volumes = new ArrayList<>(before.volumes());
      volumes.add(new VolumeDefinition(volid, content, size));
      storages.put(
          storage,
          new StorageDefinition(
              storage, before.options(), before.reachable(), List.copyOf(volumes)));
      return this;
    }

    /** Adds a VM with the text of its configuration file. */
    public Builder vm(String node, int vmid, String configuration) {
      return guest(node, vmid, GuestKind.VM, configuration);
    }

    /** Adds a VM with its configuration by key. Its file has the format that the server writes. */
    public Builder vm(String node, int vmid, Map<String, String> configuration) {
      return guest(node, vmid, GuestKind.VM, text(GuestKind.VM, configuration));
    }

    /** Adds a container with the text of its configuration file. */
    public Builder container(String node, int vmid, String configuration) {
      return guest(node, vmid, GuestKind.CONTAINER, configuration);
    }

    /**
     * Adds a container with its configuration by key. Its file has the format that the server
     * writes.
     */
    public Builder container(String node, int vmid, Map<String, String> configuration) {
      return guest(node, vmid, GuestKind.CONTAINER, text(GuestKind.CONTAINER, configuration));
    }

    private static String text(GuestKind kind, Map<String, String> configuration) {
      StoredConfig config = StoredConfig.parse(kind, "");
      config.change(section -> configuration.forEach(section::set));
      return config.text();
    }

    private Builder guest(String node, int vmid, GuestKind kind, String configuration) {
      guests.put(
          vmid, new GuestDefinition(node, vmid, kind, configuration, false, false, List.of()));
      return this;
    }

    /** Marks guests that were added before as running. */
    public Builder running(int... vmids) {
      for (int vmid : vmids) {
        GuestDefinition before = known(vmid);
        guests.put(
            vmid,
            new GuestDefinition(
                before.node(),
                vmid,
                before.kind(),
                before.configuration(),
                true,
                before.agentResponds(),
                before.addresses()));
      }
      return this;
    }

    /**
     * Sets the addresses of a guest's first network interface. For a VM this also makes its guest
     * agent respond; without it, the agent is silent even if it is configured.
     *
     * @param addresses addresses with prefix length, {@code 192.0.2.5/24}
     */
    public Builder addresses(int vmid, String... addresses) {
      GuestDefinition before = known(vmid);
      guests.put(
          vmid,
          new GuestDefinition(
              before.node(),
              vmid,
              before.kind(),
              before.configuration(),
              before.running(),
              true,
              List.of(addresses)));
      return this;
    }

    /**
     * Adds a pool.
     *
     * @param id the pool id; {@code prod/web} is nested in {@code prod}
     * @param members ids of guests and storages
     */
    public Builder pool(String id, String... members) {
      return pool(id, "", Arrays.asList(members));
    }

    /** Adds a pool with a comment. */
    public Builder pool(String id, String comment, List<String> members) {
      pools.add(new PoolDefinition(id, comment, List.copyOf(members)));
      return this;
    }

    /**
     * Adds an API token with all privileges.
     *
     * @param id the full token id, {@code ci@pve!build}
     */
    public Builder token(String id, String secret) {
      tokens.add(new TokenDefinition(id, secret, Map.of()));
      return this;
    }

    /**
     * Adds an API token with limited privileges.
     *
     * @param privileges privileges by path, {@code {"/vms": {"VM.Audit"}}}; they also apply to the
     *     paths below
     */
    public Builder token(String id, String secret, Map<String, Set<String>> privileges) {
      if (privileges.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot add token '"
                + id
                + "' without privileges: use token(id, secret) for all privileges");
      }
      tokens.add(new TokenDefinition(id, secret, Map.copyOf(privileges)));
      return this;
    }

    /**
     * Adds a user with all privileges.
     *
     * @param name the user id, {@code ci@pve}
     */
    public Builder user(String name, String password) {
      users.put(name, password);
      return this;
    }

    /**
     * Creates the estate.
     *
     * @throws IllegalArgumentException if a guest names an unknown node, or a pool an unknown
     *     member
     */
    public Estate build() {
      if (nodes.isEmpty()) {
        node("pve");
      }
      for (GuestDefinition guest : guests.values()) {
        if (!nodes.containsKey(guest.node())) {
          throw new IllegalArgumentException(
              "Guest "
                  + guest.vmid()
                  + " is on node '"
                  + guest.node()
                  + "', but the estate has no such node");
        }
      }
      for (PoolDefinition pool : pools) {
        for (String member : pool.members()) {
          boolean isThere =
              member.matches("\\d+")
                  ? guests.containsKey(Integer.parseInt(member))
                  : storages.containsKey(member);
          if (!isThere) {
            throw new IllegalArgumentException(
                "Pool '"
                    + pool.id()
                    + "' has the member '"
                    + member
                    + "', but the estate has no such guest or storage");
          }
        }
      }
      return new Estate(this);
    }

    private StorageDefinition known(String storage) {
      StorageDefinition definition = storages.get(storage);
      if (definition == null) {
        throw new IllegalArgumentException(
            "The estate has no storage '" + storage + "': add it first");
      }
      return definition;
    }

    private GuestDefinition known(int vmid) {
      GuestDefinition definition = guests.get(vmid);
      if (definition == null) {
        throw new IllegalArgumentException("The estate has no guest " + vmid + ": add it first");
      }
      return definition;
    }
  }
}
