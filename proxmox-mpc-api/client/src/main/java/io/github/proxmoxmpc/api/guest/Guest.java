package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.GuestConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

/**
 * A guest, wherever in the cluster it is: what a {@link Vm} and a {@link Container} have in common.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   guest.shutdown().await();
 * }
 * }</pre>
 *
 * <p>A guest that was named ({@code pve.vm(100)}) is looked for with each call, by {@code GET
 * /cluster/resources}, so it also works after a migration; naming it asks nothing. Its methods
 * throw {@link io.github.proxmoxmpc.api.error.GuestNotFoundException} if there is no such guest of
 * this kind. A guest out of a list ({@link Guests}) is asked for on the node where the list had it;
 * has it moved meanwhile, reading it throws a {@link
 * io.github.proxmoxmpc.api.error.NotFoundException}, and a task for it fails. Immutable and
 * thread-safe.
 *
 * <p>In the paths below, {@code {kind}} is {@code qemu} for a VM and {@code lxc} for a container.
 */
public sealed interface Guest permits LocatedGuest {
  /** Its id. */
  VmId vmid();

  /** The node that it is on now, or was on in the list that it came from. */
  NodeName node();

  /** Its node, as {@link #node} tells it, without a thread that waits. */
  CompletableFuture<NodeName> nodeAsync();

  /**
   * Its configuration, with pending changes as if they held: {@code GET
   * /nodes/{node}/{kind}/{vmid}/config}, needs VM.Audit.
   */
  GuestConfig config();

  /** Its configuration, as {@link #config()} reads it, without a thread that waits. */
  CompletableFuture<? extends GuestConfig> configAsync();

  /**
   * Its configuration at a snapshot: {@code GET /nodes/{node}/{kind}/{vmid}/config?snapshot=},
   * needs VM.Audit.
   */
  GuestConfig config(SnapshotName snapshot);

  /** Its configuration at a snapshot, without a thread that waits. */
  CompletableFuture<? extends GuestConfig> configAsync(SnapshotName snapshot);

  /**
   * Its configuration as it holds now, and as it will hold: {@code GET
   * /nodes/{node}/{kind}/{vmid}/pending}, needs VM.Audit.
   */
  PendingConfig<?> pending();

  /** Its configuration now and next, as {@link #pending} reads it, without a thread that waits. */
  CompletableFuture<? extends PendingConfig<?>> pendingAsync();

  /** Its state now: {@code GET /nodes/{node}/{kind}/{vmid}/status/current}, needs VM.Audit. */
  GuestStatus<?> status();

  /** Its state now, as {@link #status} reads it, without a thread that waits. */
  CompletableFuture<? extends GuestStatus<?>> statusAsync();

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
