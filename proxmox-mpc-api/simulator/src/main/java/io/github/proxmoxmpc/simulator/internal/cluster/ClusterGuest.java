package io.github.proxmoxmpc.simulator.internal.cluster;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A virtual machine or a container. Guarded by the cluster's lock. */
public final class ClusterGuest {
  private final int vmid;
  private final GuestKind kind;
  private final StoredConfig config;
  private final List<String> addresses = new ArrayList<>();
  private final AgentState agent = new AgentState();
  private String node;
  private RunState state = RunState.STOPPED;
  private @Nullable Instant startedAt;
  private boolean agentResponds;

  /** Creates a stopped guest. */
  public ClusterGuest(int vmid, GuestKind kind, String node, StoredConfig config) {
    this.vmid = vmid;
    this.kind = kind;
    this.node = node;
    this.config = config;
  }

  /** Returns the id. */
  public int vmid() {
    return vmid;
  }

  /** Returns the kind. */
  public GuestKind kind() {
    return kind;
  }

  /** Returns the configuration, which can be changed. */
  public StoredConfig config() {
    return config;
  }

  /** Returns the name of the node that holds the guest. */
  public String node() {
    return node;
  }

  /** Moves the guest to another node. */
  public void moveTo(String otherNode) {
    node = otherNode;
  }

  /** Returns the run state. */
  public RunState state() {
    return state;
  }

  /** Returns whether the guest runs or is paused. */
  public boolean isRunning() {
    return state != RunState.STOPPED;
  }

  /** Returns whether the guest is a template. Templates cannot run. */
  public boolean isTemplate() {
    return config.current().isTrue("template");
  }

  /** Returns the name that lists show. */
  public String name() {
    return kind == GuestKind.VM
        ? config.current().get("name", "VM " + vmid)
        : config.current().get("hostname", "CT" + vmid);
  }

  /** Starts the guest and applies its pending changes. */
  public void start(Instant now) {
    config.applyPending();
    state = RunState.RUNNING;
    startedAt = now;
  }

  /**
   * Marks the guest as running since before the simulator started. Its pending changes stay
   * pending.
   */
  public void startAsFound(Instant now) {
    state = RunState.RUNNING;
    startedAt = now;
  }

  /** Stops the guest and applies its pending changes. */
  public void stop() {
    state = RunState.STOPPED;
    startedAt = null;
    config.applyPending();
  }

  /** Pauses the guest. */
  public void pause() {
    state = RunState.PAUSED;
  }

  /** Resumes the guest after a pause. */
  public void resume() {
    state = RunState.RUNNING;
  }

  /** Returns the seconds since the start, 0 if the guest does not run. */
  public long uptime(Instant now) {
    return startedAt == null ? 0 : Duration.between(startedAt, now).toSeconds();
  }

  /** Returns the traces of the guest agent's commands. */
  public AgentState agent() {
    return agent;
  }

  /** Returns whether the guest agent responds, provided that one is configured. */
  public boolean agentResponds() {
    return agentResponds;
  }

  /** Sets whether the guest agent responds. */
  public void setAgentResponds(boolean responses) {
    agentResponds = responses;
  }

  /**
   * Returns the addresses of the first network interface, {@code 192.0.2.5/24}, as the guest
   * reports them.
   */
  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  /** Sets the addresses of the first network interface. */
  public void setAddresses(List<String> withPrefixes) {
    addresses.clear();
    addresses.addAll(withPrefixes);
  }
}
