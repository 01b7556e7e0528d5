package io.github.proxmoxmpc.simulator.internal.cluster;

/**
 * A node of the cluster.
 *
 * @param name its name
 * @param id its number in the cluster, from 1
 * @param address its IP address
 * @param online if it answers
 * @param hardware what it is made of
 */
public record ClusterNode(String name, int id, String address, boolean online, Hardware hardware) {
  /**
   * What a node is made of.
   *
   * @param cpus logical processors
   * @param memory bytes
   * @param disk bytes of the root file system
   */
  public record Hardware(int cpus, long memory, long disk) {}

  /** How the API names it: {@code online} or {@code offline}. */
  public String status() {
    return online ? "online" : "offline";
  }
}
