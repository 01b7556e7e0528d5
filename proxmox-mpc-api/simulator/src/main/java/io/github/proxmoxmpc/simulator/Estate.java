package io.github.proxmoxmpc.simulator;

import java.nio.file.Path;
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
 * configuration uses exists without being declared; {@link EstateBuilder#volume} adds others.
 */
public final class Estate {
  private final EstateParts parts;

  Estate(EstateParts parts) {
    this.parts = parts;
  }

  /** Returns a builder. An estate without nodes gets one node named {@code pve}. */
  public static EstateBuilder builder() {
    return new EstateBuilder();
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
  public EstateBuilder newBuilder() {
    return new EstateBuilder(parts);
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
}
