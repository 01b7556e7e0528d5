package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The traces that commands of the guest agent leave in a VM. Guarded by the cluster's lock. */
public final class AgentState {
  private static final long FIRST_PID = 1000;

  private final Map<String, byte[]> files = new HashMap<>();
  private long processes;
  private boolean frozen;

  AgentState() {}

  /** Returns the content of a file that was written before. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /** Writes a file. */
  public void write(String path, byte[] content) {
    files.put(path, content.clone());
  }

  /** Starts a process, which ends at once, and returns its id. */
  public long execute() {
    processes++;
    return FIRST_PID + processes;
  }

  /** Returns whether a process with this id was started. */
  public boolean hasProcess(long pid) {
    return pid > FIRST_PID && pid <= FIRST_PID + processes;
  }

  /** Returns whether the file systems are frozen. */
  public boolean isFrozen() {
    return frozen;
  }

  /** Freezes the file systems, or thaws them. */
  public void setFrozen(boolean isFrozen) {
    frozen = isFrozen;
  }
}
