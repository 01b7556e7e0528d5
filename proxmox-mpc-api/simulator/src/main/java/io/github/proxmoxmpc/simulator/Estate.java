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
 * sections and pending changes. As on the server, a line with an unknown key or an invalid value
 * gives a warning in the log; a VM loses such a line, a container keeps it. A volume that a
 * configuration uses exists without being declared; {@link Builder#volume} adds others.
 */
public final class Estate {
  private final EstateParts parts;

  private Estate(EstateParts parts) {
    this.parts = parts;
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
    parts.nodes().forEach(node -> builder.nodes.put(node.name(), node));
    builder.storages.putAll(parts.storages());
    builder.guests.putAll(parts.guests());
    builder.pools.addAll(parts.pools());
    builder.tokens.addAll(parts.tokens());
    builder.users.putAll(parts.users());
    return builder;
  }

  /** Returns the ids of all guests, sorted. */
  public Set<Integer> vmids() {
    return new TreeSet<>(parts.guests().keySet());
  }

  EstateParts parts() {
    return parts;
  }

  /** Returns the number of nodes, guests, storages and pools. */
  @Override
  public String toString() {
    return "Estate["
        + parts.nodes().size()
        + " nodes, "
        + parts.guests().size()
        + " guests, "
        + parts.storages().size()
        + " storages, "
        + parts.pools().size()
        + " pools]";
  }

  /** Builds an estate. Not thread-safe. */
  public static final class Builder {
    private final Map<String, EstateParts.Node> nodes = new LinkedHashMap<>();
    private final Map<String, EstateParts.Storage> storages = new LinkedHashMap<>();
    private final Map<Integer, EstateParts.Guest> guests = new LinkedHashMap<>();
    private final List<EstateParts.Pool> pools = new ArrayList<>();
    private final List<EstateParts.Token> tokens = new ArrayList<>();
    private final Map<String, String> users = new LinkedHashMap<>();

    private Builder() {}

    /** Adds an online node. */
    public Builder node(String name) {
      nodes.put(name, new EstateParts.Node(name, true));
      return this;
    }

    /** Adds an offline node. Requests for it are answered with status 595. */
    public Builder offlineNode(String name) {
      nodes.put(name, new EstateParts.Node(name, false));
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
      storages.put(id, new EstateParts.Storage(id, Map.copyOf(options), true, List.of()));
      return this;
    }

    /** Marks a storage that was added before as unreachable. */
    public Builder unreachable(String storage) {
      storages.put(storage, known(storage).unreachable());
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
      EstateParts.Volume volume = EstateParts.Volume.of(volid, size);
      storages.put(volume.storage(), known(volume.storage()).with(volume));
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
          vmid, new EstateParts.Guest(node, vmid, kind, configuration, false, false, List.of()));
      return this;
    }

    /** Marks guests that were added before as running. */
    public Builder running(int... vmids) {
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
    public Builder addresses(int vmid, String... addresses) {
      guests.put(vmid, known(vmid).withAddresses(List.of(addresses)));
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
      pools.add(new EstateParts.Pool(id, comment, List.copyOf(members)));
      return this;
    }

    /**
     * Adds an API token with all privileges.
     *
     * @param id the full token id, {@code ci@pve!build}
     */
    public Builder token(String id, String secret) {
      tokens.add(new EstateParts.Token(id, secret, Map.of()));
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
      tokens.add(new EstateParts.Token(id, secret, Map.copyOf(privileges)));
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
      guests.values().forEach(guest -> guest.requireNode(nodes.keySet()));
      pools.forEach(pool -> pool.requireMembers(guests.keySet(), storages.keySet()));
      return new Estate(
          new EstateParts(List.copyOf(nodes.values()), storages, guests, pools, tokens, users));
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
}
