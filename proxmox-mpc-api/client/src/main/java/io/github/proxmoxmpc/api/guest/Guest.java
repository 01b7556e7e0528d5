package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.task.Task;
import java.util.concurrent.CompletableFuture;

/**
 * A guest, wherever in the cluster it is: what a VM and a container have in common.
 *
 * <pre>{@code
 * for (Guest guest : List.of(pve.vm(100), pve.container(200))) {
 *   guest.shutdown().await();
 * }
 * }</pre>
 *
 * <p>Each call first asks {@code GET /cluster/resources} for the node, so it also works after a
 * migration. Making a guest asks nothing. Every method throws {@link
 * io.github.proxmoxmpc.api.error.GuestNotFoundException} if there is no such guest of this kind.
 * Immutable and thread-safe.
 *
 * <p>In the paths below, {@code {kind}} is {@code qemu} for a VM and {@code lxc} for a container.
 */
public sealed interface Guest permits VirtualMachine, LinuxContainer {
  /** Its id. */
  VmId vmid();

  /** The node that it is on now. */
  NodeName node();

  /** The node that it is on now, without a thread that waits. */
  CompletableFuture<NodeName> nodeAsync();

  /**
   * Starts it: {@code POST /nodes/{node}/{kind}/{vmid}/status/start}, needs VM.PowerMgmt. That it
   * runs already is told by the task, which fails.
   */
  Task start();

  /** Starts it as {@link #start} does, without a thread that waits. */
  CompletableFuture<Task> startAsync();

  /**
   * Pulls the plug: {@code POST /nodes/{node}/{kind}/{vmid}/status/stop}, needs VM.PowerMgmt. What
   * the guest has not written is lost.
   */
  Task stop();

  /** Pulls the plug as {@link #stop} does, without a thread that waits. */
  CompletableFuture<Task> stopAsync();

  /**
   * Asks it to shut down: {@code POST /nodes/{node}/{kind}/{vmid}/status/shutdown}, needs
   * VM.PowerMgmt. The task fails if it does not within the server's time limit.
   */
  Task shutdown();

  /** Asks it to shut down as {@link #shutdown} does, without a thread that waits. */
  CompletableFuture<Task> shutdownAsync();

  /**
   * Shuts it down and starts it again: {@code POST /nodes/{node}/{kind}/{vmid}/status/reboot},
   * needs VM.PowerMgmt. Pending changes of its configuration take effect.
   */
  Task reboot();

  /** Restarts it as {@link #reboot} does, without a thread that waits. */
  CompletableFuture<Task> rebootAsync();
}
