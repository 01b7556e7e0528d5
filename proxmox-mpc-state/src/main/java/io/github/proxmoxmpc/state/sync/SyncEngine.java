package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.state.RevisionDraft;
import io.github.proxmoxmpc.state.StateStore;
import java.util.Objects;

/**
 * Reads the whole cluster and commits it to the store as one revision.
 *
 * <pre>{@code
 * SyncReport report = new SyncEngine(pve, store).sync(progress -> bar.update(progress));
 * }</pre>
 *
 * <p>A sync makes three calls for the lists, one for the configuration of each guest, and one for
 * the storages of each pool. For virtual machines with EFI disks, or with disks whose volume has no
 * file extension, it also lists the content of their storages on each node.
 *
 * <p>If a resource cannot be read, the report names it and the rest is committed. If a resource is
 * hidden or its node is offline, the store keeps it and marks it stale. A resource is deleted only
 * if the server confirms that it is gone. Needs {@code VM.Audit}, {@code Datastore.Audit}, {@code
 * Pool.Audit} and {@code Sys.Audit}.
 *
 * <p>Thread-safe, but a store accepts only one sync at a time.
 */
public final class SyncEngine {
  private final ProxmoxClient client;
  private final StateStore store;
  private final SyncOptions options;

  /** Creates an engine with the default options. */
  public SyncEngine(ProxmoxClient client, StateStore store) {
    this(client, store, SyncOptions.defaults());
  }

  /** Creates an engine. The caller closes the client and the store. */
  public SyncEngine(ProxmoxClient client, StateStore store, SyncOptions options) {
    this.client = Objects.requireNonNull(client, "client");
    this.store = Objects.requireNonNull(store, "store");
    this.options = Objects.requireNonNull(options, "options");
  }

  /** Syncs the whole cluster without reporting progress; see {@link #sync(SyncListener)}. */
  public SyncReport sync() {
    return sync(SyncListener.silent());
  }

  /**
   * Syncs the whole cluster. Interrupting the thread cancels the sync. If the sync fails, the store
   * stays unchanged.
   *
   * @throws SyncCancelledException if the thread was interrupted; its interrupt status stays set
   * @throws io.github.proxmoxmpc.state.StateException if the store fails, or if another sync writes
   *     to it
   * @throws io.github.proxmoxmpc.api.error.ProxmoxException if the resources of the cluster could
   *     not be listed, or if the server stopped accepting the credentials
   */
  public SyncReport sync(SyncListener listener) {
    return sync(listener, new Cancellation());
  }

  /**
   * Syncs the whole cluster; see {@link #sync(SyncListener)}.
   *
   * @param cancellation cancels the sync from another thread
   */
  public SyncReport sync(SyncListener listener, Cancellation cancellation) {
    try (RevisionDraft draft = store.draft();
        SyncCalls calls = new SyncCalls(options.concurrency(), cancellation)) {
      return new FullSync(
              new ClusterReader(client.api()), calls, store.latest(), draft, options, listener)
          .run();
    }
  }
}
