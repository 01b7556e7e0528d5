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
  private String node;
  private RunState state = RunState.STOPPED;
  private @Nullable Instant startedAt;
  private boolean agentResponds;

  /** Makes a guest that is stopped. */
  public ClusterGuest(int vmid, GuestKind kind, String node, StoredConfig config) {
    this.vmid = vmid;
    this.kind = kind;
    this.node = node;
    this.config = config;
  }

  /** Its id. */
  public int vmid() {
    return vmid;
  }

  /** Its kind. */
  public GuestKind kind() {
    return kind;
  }

  /** Its configuration, to be read and changed. */
  public StoredConfig config() {
    return config;
  }

  /** The name of the node that it is on. */
  public String node() {
    return node;
  }

  /** Puts it onto another node. */
  public void moveTo(String otherNode) {
    node = otherNode;
  }

  /** Whether it runs. */
  public RunState state() {
    return state;
  }

  /** If it runs, or is paused. */
  public boolean isRunning() {
    return state != RunState.STOPPED;
  }

  /** If it is a template, which cannot run. */
  public boolean isTemplate() {
    return config.current().isTrue("template");
  }

  /** What lists call it. */
  public String name() {
    return kind == GuestKind.VM
        ? config.current().get("name", "VM " + vmid)
        : config.current().get("hostname", "CT" + vmid);
  }

  /** Lets it run; what was pending holds from now on. */
  public void start(Instant now) {
    config.applyPending();
    state = RunState.RUNNING;
    startedAt = now;
  }

  /** Lets it run as if it had been started before the simulator: what is pending stays so. */
  public void startAsFound(Instant now) {
    state = RunState.RUNNING;
    startedAt = now;
  }

  /** Stops it; what was pending holds from now on. */
  public void stop() {
    state = RunState.STOPPED;
    startedAt = null;
    config.applyPending();
  }

  /** Pauses it. */
  public void pause() {
    state = RunState.PAUSED;
  }

  /** Lets it go on after a pause. */
  public void resume() {
    state = RunState.RUNNING;
  }

  /** Seconds since its start, 0 if it does not run. */
  public long uptime(Instant now) {
    return startedAt == null ? 0 : Duration.between(startedAt, now).toSeconds();
  }

  /** If the agent inside answers, should one be configured. */
  public boolean agentResponds() {
    return agentResponds;
  }

  /** Lets the agent inside answer, or not. */
  public void setAgentResponds(boolean responses) {
    agentResponds = responses;
  }

  /** The addresses of its first network card, {@code 192.0.2.5/24}, as seen from inside. */
  public List<String> addresses() {
    return List.copyOf(addresses);
  }

  /** Sets the addresses of its first network card. */
  public void setAddresses(List<String> withPrefixes) {
    addresses.clear();
    addresses.addAll(withPrefixes);
  }
}
