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
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A guest as {@code GET /cluster/resources} lists it: its location and power state, without its
 * configuration.
 */
record GuestListEntry(
    ResourceKind kind, VmId vmid, NodeName node, PowerState powerState, @Nullable PoolId pool) {

  ResourceKey key() {
    return kind == ResourceKind.VM ? ResourceKey.vm(vmid) : ResourceKey.container(vmid);
  }

  /**
   * Combines a virtual machine with its configuration. Name and template come from there: the list
   * has them only after the next status cycle, and invents "VM 100" for a guest without a name (PVE
   * 9.2).
   */
  VmState vm(ConfigDocument config, AgentState agent, SortedSet<String> missingVolumes) {
    return new VmState(
        vmid,
        node,
        config.get("name"),
        powerState,
        isTemplate(config),
        pool,
        agent,
        config,
        missingVolumes);
  }

  /** Combines a container with its configuration. */
  ContainerState container(ConfigDocument config) {
    return new ContainerState(
        vmid, node, config.get("hostname"), powerState, isTemplate(config), pool, config);
  }

  /** Combines a guest that could not be read with its earlier state. */
  GuestState withEarlier(GuestState earlier) {
    return earlier instanceof VmState vm
        ? vm(vm.config(), agentOf(vm.config()), vm.missingVolumes())
        : container(earlier.config());
  }

  private static boolean isTemplate(ConfigDocument config) {
    return ApiValues.flag(config.get("template"));
  }

  /** Returns the agent state that follows from the configuration alone. */
  AgentState agentOf(ConfigDocument config) {
    return powerState != PowerState.STOPPED && AgentOption.isEnabled(config.get("agent"))
        ? AgentState.NOT_ASKED
        : AgentState.OFF;
  }

  static PowerState powerStateOf(@Nullable String text) {
    if (text == null) {
      return PowerState.UNKNOWN;
    }
    return switch (text) {
      case "running", "paused", "suspended", "prelaunch", "io-error" -> PowerState.RUNNING;
      case "stopped" -> PowerState.STOPPED;
      default -> PowerState.UNKNOWN;
    };
  }
}
