package io.github.proxmoxmpc.state.sync;

/** Whether a sync asks the guest agents. */
public enum AgentProbe {
  /** It asks none. */
  SKIP,
  /**
   * It pings the agent of each running virtual machine that has one enabled: one call more for
   * each, and Proxmox VE waits about 3 s for one that is silent ({@code POST
   * /nodes/{node}/qemu/{vmid}/agent/ping}).
   */
  PING
}
