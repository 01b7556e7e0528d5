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
 * What a simulated cluster starts with: nodes, guests with their configuration files, storages,
 * pools, and who may log in. Immutable; a simulator works on a copy of its own.
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
 * <p>A configuration is the text of the server's own file, {@code /etc/pve/nodes/NODE/qemu-server},
 * with percent-encoded description lines, snapshot sections and pending changes. Volumes that
 * configurations speak of exist by that; others are added with {@link Builder#volume}.
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

  /** Starts a description; without any node it gets one that is called {@code pve}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a directory that is laid out as {@code /etc/pve}: {@code nodes/NODE/qemu-server/ID.conf},
   * {@code nodes/NODE/lxc/ID.conf}, {@code storage.cfg}, the pools of {@code user.cfg}; and on top
   * {@code running}, one guest's id a line, with the addresses that its agent tells after it.
   *
   * @throws java.io.UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if it holds no nodes
   */
  public static Estate load(Path directory) {
    return new EstateDirectory(directory).read().build();
  }

  /** A description that begins as this one. */
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

  /** The ids of all guests, sorted. */
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

  /** Counts what is in it. */
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

  /** Puts a description together. Not thread-safe. */
  public static final class Builder {
    private final Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    private final Map<String, StorageDefinition> storages = new LinkedHashMap<>();
    private final Map<Integer, GuestDefinition> guests = new LinkedHashMap<>();
    private final List<PoolDefinition> pools = new ArrayList<>();
    private final List<TokenDefinition> tokens = new ArrayList<>();
    private final Map<String, String> users = new LinkedHashMap<>();

    private Builder() {}

    /** Adds a node that is online. */
    public Builder node(String name) {
      nodes.put(name, new NodeDefinition(name, true));
      return this;
    }

    /** Adds a node that does not answer: what asks for it gets a 595. */
    public Builder offlineNode(String name) {
      nodes.put(name, new NodeDefinition(name, false));
      return this;
    }

    /**
     * Adds a storage.
     *
     * @param options its section of {@code storage.cfg}: {@code type}, {@code path}, {@code
     *     content}, {@code nodes}, {@code shared}, {@code disable}, ...
     */
    public Builder storage(String id, Map<String, String> options) {
      if (!options.containsKey("type")) {
        throw new IllegalArgumentException("Storage '" + id + "' needs a type, such as dir");
      }
      storages.put(id, new StorageDefinition(id, Map.copyOf(options), true, List.of()));
      return this;
    }

    /** Makes a storage that was added one that cannot be reached. */
    public Builder unreachable(String storage) {
      StorageDefinition before = known(storage);
      storages.put(
          storage, new StorageDefinition(storage, before.options(), false, before.volumes()));
      return this;
    }

    /**
     * Puts a volume onto a storage that was added.
     *
     * @param volid {@code local:iso/a.iso}; its content follows from {@code iso/}, {@code vztmpl/},
     *     {@code backup/}, {@code snippets/} and {@code import/}, else it is a disk image
     * @param size bytes
     */
    public Builder volume(String volid, long size) {
      int colon = volid.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("'" + volid + "' is no volume id: STORAGE:NAME");
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

    /** Adds a VM with its configuration by key; the file is written as the server would. */
    public Builder vm(String node, int vmid, Map<String, String> configuration) {
      return guest(node, vmid, GuestKind.VM, text(GuestKind.VM, configuration));
    }

    /** Adds a container with the text of its configuration file. */
    public Builder container(String node, int vmid, String configuration) {
      return guest(node, vmid, GuestKind.CONTAINER, configuration);
    }

    /** Adds a container with its configuration by key; the file is written as the server would. */
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

    /** Lets guests that were added run. */
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
     * Lets the agent of a VM answer, or tells which addresses a container has. Without this a VM's
     * agent is silent, even if one is configured.
     *
     * @param addresses of its first network card, {@code 192.0.2.5/24}
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
     * @param id its name; {@code prod/web} is one inside {@code prod}
     * @param members ids of guests and names of storages
     */
    public Builder pool(String id, String... members) {
      return pool(id, "", Arrays.asList(members));
    }

    /** Adds a pool with a comment. */
    public Builder pool(String id, String comment, List<String> members) {
      pools.add(new PoolDefinition(id, comment, List.copyOf(members)));
      return this;
    }

    /** Lets a token in that may do everything; {@code id} is {@code ci@pve!build}. */
    public Builder token(String id, String secret) {
      tokens.add(new TokenDefinition(id, secret, Map.of()));
      return this;
    }

    /**
     * Lets a token in that may do only some things.
     *
     * @param privileges by path: {@code {"/vms": {"VM.Audit"}}}; they hold below it as well
     */
    public Builder token(String id, String secret, Map<String, Set<String>> privileges) {
      if (privileges.isEmpty()) {
        throw new IllegalArgumentException("Token '" + id + "' has no privilege at all");
      }
      tokens.add(new TokenDefinition(id, secret, Map.copyOf(privileges)));
      return this;
    }

    /** Lets a user in who may do everything; {@code name} is {@code ci@pve}. */
    public Builder user(String name, String password) {
      users.put(name, password);
      return this;
    }

    /**
     * Makes the description.
     *
     * @throws IllegalArgumentException if a guest is on a node, or a pool holds a member, that is
     *     not there
     */
    public Estate build() {
      if (nodes.isEmpty()) {
        node("pve");
      }
      for (GuestDefinition guest : guests.values()) {
        if (!nodes.containsKey(guest.node())) {
          throw new IllegalArgumentException(
              "Guest " + guest.vmid() + " is on node '" + guest.node() + "', which is not there");
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
                "Pool '" + pool.id() + "' holds '" + member + "', which is not there");
          }
        }
      }
      return new Estate(this);
    }

    private StorageDefinition known(String storage) {
      StorageDefinition definition = storages.get(storage);
      if (definition == null) {
        throw new IllegalArgumentException("Add storage '" + storage + "' first");
      }
      return definition;
    }

    private GuestDefinition known(int vmid) {
      GuestDefinition definition = guests.get(vmid);
      if (definition == null) {
        throw new IllegalArgumentException("Add guest " + vmid + " first");
      }
      return definition;
    }
  }
}
