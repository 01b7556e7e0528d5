package io.github.proxmoxmpc.simulator.internal.config;

/** The two kinds of guests, with the server's terms for each. */
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

  /**
   * Returns the segment of API paths, {@code qemu} or {@code lxc}, which is also the type in lists.
   */
  public String path() {
    return path;
  }

  /** Returns the directory of the configuration files below a node's directory. */
  public String directory() {
    return directory;
  }

  /** Returns the term in messages: {@code VM} or {@code CT}. */
  public String word() {
    return word;
  }

  /** Returns the prefix of task types: {@code qm} or {@code vz}. */
  public String taskPrefix() {
    return taskPrefix;
  }

  String pendingHeading() {
    return pendingHeading;
  }
}
