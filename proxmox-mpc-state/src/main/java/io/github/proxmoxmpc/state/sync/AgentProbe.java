package io.github.proxmoxmpc.state.sync;

/** Whether a sync asks the guest agents. */
public enum AgentProbe {
  /** Asks no agent. */
  SKIP,
  /**
   * Reads the network interfaces from the agent of each running virtual machine that has one
   * enabled ({@code GET /nodes/{node}/qemu/{vmid}/agent/network-get-interfaces}). This is one more
   * call per machine. Proxmox VE waits about 3 s for an agent that does not answer. Needs {@code
   * VM.GuestAgent.Audit}.
   */
  ASK
}
