package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.guest.config.GuestConfig;
import io.github.proxmoxmpc.api.guest.config.PendingConfig;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.concurrent.CompletableFuture;

/**
 * A guest on any node of the cluster: a {@link Vm} or a {@link Container}.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   if (guest.summary().tags().contains("batch")) {
 *     guest.shutdown().await();
 *   }
 * }
 * }</pre>
 *
 * <h2>How the node is found</h2>
 *
 * Creating a handle ({@code pve.vm(100)}) sends nothing. The first call looks the guest up in
 * {@code GET /cluster/resources?type=vm} and remembers its node; a guest from a list ({@link
 * Guests}) knows its node already. If the guest turns out to have moved, it is looked up once more
 * and the call is made on the new node. A guest that was created a moment ago may not be in the
 * list yet: the look-up is repeated for less than two seconds before it fails.
 *
 * <p>{@link #start}, {@link #stop}, {@link #shutdown} and {@link #reboot} of a handle that was
 * created by its id look the guest up each time, because the server accepts them on the wrong node,
 * where the task then fails.
 *
 * <p>All methods but {@link #vmid} throw {@link
 * io.github.proxmoxmpc.api.error.GuestNotFoundException} if there is no such guest of this kind, or
 * if it is not visible: guests are listed only with VM.Audit on {@code /vms/{vmid}}. Methods whose
 * names end in {@code Async} do the same without blocking a thread. Thread-safe.
 *
 * <p>In the paths below, {@code {kind}} is {@code qemu} for a VM and {@code lxc} for a container.
 */
public sealed interface Guest permits Vm, Container {
  /** Returns the id of the guest. */
  VmId vmid();

  /**
   * Returns the guest's row of the cluster's list: name, status, tags, node, pool. Sends a request
   * only if the guest was not looked up before; a guest from a list keeps the row of that list.
   */
  GuestSummary summary();

  /** Asynchronous variant of {@link #summary}. */
  CompletableFuture<GuestSummary> summaryAsync();

  /** Returns the node that the guest was on when it was last looked up. */
  NodeName node();

  /** Asynchronous variant of {@link #node}. */
  CompletableFuture<NodeName> nodeAsync();

  /**
   * Reads the configuration, with pending changes as if they were in effect: {@code GET
   * /nodes/{node}/{kind}/{vmid}/config}, needs VM.Audit.
   */
  GuestConfig config();

  /** Asynchronous variant of {@link #config()}. */
  CompletableFuture<? extends GuestConfig> configAsync();

  /**
   * Reads the configuration at a snapshot: {@code GET
   * /nodes/{node}/{kind}/{vmid}/config?snapshot=}, needs VM.Audit.
   */
  GuestConfig config(SnapshotName snapshot);

  /** Asynchronous variant of {@link #config(SnapshotName)}. */
  CompletableFuture<? extends GuestConfig> configAsync(SnapshotName snapshot);

  /**
   * Reads the configuration that is in effect, and the one after all pending changes: {@code GET
   * /nodes/{node}/{kind}/{vmid}/pending}, needs VM.Audit.
   */
  PendingConfig<?> pending();

  /** Asynchronous variant of {@link #pending}. */
  CompletableFuture<? extends PendingConfig<?>> pendingAsync();

  /**
   * Reads the current status: {@code GET /nodes/{node}/{kind}/{vmid}/status/current}, needs
   * VM.Audit.
   */
  GuestStatus<?> status();

  /** Asynchronous variant of {@link #status}. */
  CompletableFuture<? extends GuestStatus<?>> statusAsync();

  /**
   * Starts the guest: {@code POST /nodes/{node}/{kind}/{vmid}/status/start}, needs VM.PowerMgmt. If
   * it is already running, the task fails.
   */
  Task start();

  /** Asynchronous variant of {@link #start}. */
  CompletableFuture<Task> startAsync();

  /**
   * Stops the guest at once, as if it lost power: {@code POST
   * /nodes/{node}/{kind}/{vmid}/status/stop}, needs VM.PowerMgmt. Data that the guest has not
   * written is lost.
   */
  Task stop();

  /** Asynchronous variant of {@link #stop}. */
  CompletableFuture<Task> stopAsync();

  /**
   * Asks the guest to shut down: {@code POST /nodes/{node}/{kind}/{vmid}/status/shutdown}, needs
   * VM.PowerMgmt. The task fails if the guest does not stop within the server's time limit.
   */
  Task shutdown();

  /** Asynchronous variant of {@link #shutdown}. */
  CompletableFuture<Task> shutdownAsync();

  /**
   * Shuts the guest down and starts it again: {@code POST
   * /nodes/{node}/{kind}/{vmid}/status/reboot}, needs VM.PowerMgmt. Pending changes of the
   * configuration take effect.
   */
  Task reboot();

  /** Asynchronous variant of {@link #reboot}. */
  CompletableFuture<Task> rebootAsync();
}
