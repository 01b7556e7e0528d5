package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an estate. The collections are copied and unmodifiable. */
record EstateParts(
    List<Node> nodes,
    Map<String, Storage> storages,
    Map<Integer, Guest> guests,
    List<Pool> pools,
    List<Token> tokens,
    Map<String, String> users,
    List<Write> writes,
    Map<String, String> data) {
  private static final Set<String> FILE_CONTENT =
      Set.of("iso", "vztmpl", "backup", "snippets", "import");

  EstateParts {
    nodes = List.copyOf(nodes);
    storages = Map.copyOf(storages);
    guests = Map.copyOf(guests);
    pools = List.copyOf(pools);
    tokens = List.copyOf(tokens);
    users = Map.copyOf(users);
    writes = List.copyOf(writes);
    data = Map.copyOf(data);
  }

  // Passwords and token secrets stay out of messages.
  @Override
  public String toString() {
    return "EstateParts[" + nodes.size() + " nodes, " + guests.size() + " guests]";
  }

  record Node(String name, boolean online) {}

  record Storage(String id, Map<String, String> options, boolean reachable, List<Volume> volumes) {
    Storage {
      volumes = List.copyOf(volumes);
    }

    Storage unreachable() {
      return new Storage(id, options, false, volumes);
    }

    Storage with(Volume volume) {
      List<Volume> all = new ArrayList<>(volumes);
      all.add(volume);
      return new Storage(id, options, reachable, all);
    }
  }

  record Volume(String volid, String content, long size) {
    static Volume of(String volid, long size) {
      int colon = volid.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "Cannot add volume '" + volid + "': a volume id has the form STORAGE:NAME");
      }
      String path = volid.substring(colon + 1);
      int slash = path.indexOf('/');
      String directory = slash < 0 ? "" : path.substring(0, slash);
      return new Volume(volid, FILE_CONTENT.contains(directory) ? directory : "images", size);
    }

    String storage() {
      return volid.substring(0, volid.indexOf(':'));
    }
  }

  record Guest(
      String node,
      int vmid,
      GuestKind kind,
      String configuration,
      boolean running,
      boolean agentResponds,
      List<String> addresses) {
    Guest asRunning() {
      return new Guest(node, vmid, kind, configuration, true, agentResponds, addresses);
    }

    Guest withAddresses(List<String> reported) {
      return new Guest(node, vmid, kind, configuration, running, true, reported);
    }

    void requireNode(Set<String> nodes) {
      if (!nodes.contains(node)) {
        throw new IllegalArgumentException(
            "Guest " + vmid + " is on node '" + node + "', but the estate has no such node");
      }
    }
  }

  record Pool(String id, String comment, List<String> members) {
    void requireMembers(Set<Integer> guests, Set<String> storages) {
      for (String member : members) {
        boolean exists =
            member.matches("\\d+")
                ? guests.contains(Integer.parseInt(member))
                : storages.contains(member);
        if (!exists) {
          throw new IllegalArgumentException(
              "Pool '"
                  + id
                  + "' has the member '"
                  + member
                  + "', but the estate has no such guest or storage");
        }
      }
    }
  }

  /**
   * A write request that belongs to the creation of the estate.
   *
   * @param operation method and path
   * @param parameters the parameters that are not in the path
   */
  record Write(String operation, Map<String, String> parameters) {
    static Write of(String operation, Map<String, String> parameters) {
      if (!operation.matches("(POST|PUT|DELETE) /.*")) {
        throw new IllegalArgumentException(
            "Cannot add '"
                + operation
                + "' to an estate: expected POST, PUT or DELETE and a path, such as"
                + " 'POST /cluster/ha/groups'");
      }
      return new Write(operation, Map.copyOf(parameters));
    }

    // The parameters may hold secrets.
    @Override
    public String toString() {
      return operation;
    }
  }

  record Token(String id, String secret, Map<String, Set<String>> privileges) {
    @Override
    public String toString() {
      return "Token[" + id + "]";
    }
  }
}
