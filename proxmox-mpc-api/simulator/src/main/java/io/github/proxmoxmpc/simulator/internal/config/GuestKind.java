package io.github.proxmoxmpc.simulator.internal.config;

/** The two kinds of guests, with the words that the server has for each. */
public enum GuestKind {
  /** A virtual machine. */
  VM("qemu", "qemu-server", "VM", "qm", "[PENDING]"),
  /** A container. */
  CONTAINER("lxc", "lxc", "CT", "vz", "[pve:pending]");

  private final String path;
  private final String directory;
  private final String word;
  private final String taskPrefix;
  private final String pendingHeading;

  GuestKind(String path, String directory, String word, String taskPrefix, String pendingHeading) {
    this.path = path;
    this.directory = directory;
    this.word = word;
    this.taskPrefix = taskPrefix;
    this.pendingHeading = pendingHeading;
  }

  /** Its part of an API path, {@code qemu} or {@code lxc}; also its type in lists. */
  public String path() {
    return path;
  }

  /** Where its configuration files lie below a node's directory. */
  public String directory() {
    return directory;
  }

  /** What messages call it: {@code VM} or {@code CT}. */
  public String word() {
    return word;
  }

  /** How its task types begin: {@code qm} or {@code vz}. */
  public String taskPrefix() {
    return taskPrefix;
  }

  String pendingHeading() {
    return pendingHeading;
  }
}
