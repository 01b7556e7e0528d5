package io.github.proxmoxmpc.simulator.internal.cluster;

/**
 * A node of the cluster.
 *
 * @param name the name
 * @param id the number in the cluster, from 1
 * @param address the IP address
 * @param online whether the node responds
 * @param hardware the size of the hardware
 */
public record ClusterNode(String name, int id, String address, boolean online, Hardware hardware) {
  /**
   * The size of a node.
   *
   * @param cpus number of logical processors
   * @param memory memory in bytes
   * @param disk size of the root file system in bytes
   */
  public record Hardware(int cpus, long memory, long disk) {}

  /** Returns the status as the API names it: {@code online} or {@code offline}. */
  public String status() {
    return online ? "online" : "offline";
  }
}
