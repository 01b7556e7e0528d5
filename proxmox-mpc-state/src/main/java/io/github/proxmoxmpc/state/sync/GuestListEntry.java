package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.ResourceKey;
import io.github.proxmoxmpc.state.ResourceKind;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import org.jspecify.annotations.Nullable;

/**
 * A guest as {@code GET /cluster/resources} lists it: where it is and whether it runs, but nothing
 * of its configuration.
 */
record GuestListEntry(
    ResourceKind kind, VmId id, NodeName node, GuestStatus status, @Nullable PoolId pool) {

  ResourceKey key() {
    return kind == ResourceKind.VM ? ResourceKey.vm(id) : ResourceKey.container(id);
  }

  /**
   * With its configuration. Name and template are taken from there: a row of the list has them only
   * after the next status cycle, and makes up "VM 100" for a guest without a name (PVE 9.2).
   */
  GuestState with(ConfigDocument config, AgentState agent) {
    boolean template = ApiValues.flag(config.get("template"));
    return kind == ResourceKind.VM
        ? new VmState(id, node, config.get("name"), status, template, pool, agent, config)
        : new ContainerState(id, node, config.get("hostname"), status, template, pool, config);
  }

  /** What the configuration alone tells of the agent. */
  AgentState agentOf(ConfigDocument config) {
    return status != GuestStatus.STOPPED && AgentOption.isEnabled(config.get("agent"))
        ? AgentState.NOT_ASKED
        : AgentState.OFF;
  }

  static GuestStatus status(@Nullable String text) {
    if (text == null) {
      return GuestStatus.UNKNOWN;
    }
    return switch (text) {
      case "running", "paused", "suspended", "prelaunch", "io-error" -> GuestStatus.RUNNING;
      case "stopped" -> GuestStatus.STOPPED;
      default -> GuestStatus.UNKNOWN;
    };
  }
}
