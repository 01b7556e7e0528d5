package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.state.RevisionDraft;
import io.github.proxmoxmpc.state.StateStore;
import java.util.Objects;

/**
 * Reads the whole cluster, and commits it to the store as one revision.
 *
 * <pre>{@code
 * SyncReport report = new SyncEngine(pve, store).sync(progress -> bar.update(progress));
 * }</pre>
 *
 * <p>It makes one call for each guest (its configuration), one for each pool (its storages), and
 * three for the lists. What cannot be read is reported and the rest is committed; what cannot be
 * seen is kept and marked stale; what is missing is deleted when the server says that it is gone,
 * and not before. Needs {@code VM.Audit}, {@code Datastore.Audit}, {@code Pool.Audit} and {@code
 * Sys.Audit}.
 *
 * <p>Thread-safe; but a store takes one sync at a time.
 */
public final class SyncEngine {
  private final ProxmoxClient client;
  private final StateStore store;
  private final SyncOptions options;

  /** An engine with the default options. */
  public SyncEngine(ProxmoxClient client, StateStore store) {
    this(client, store, SyncOptions.defaults());
  }

  /** An engine; client and store stay the caller's to close. */
  public SyncEngine(ProxmoxClient client, StateStore store, SyncOptions options) {
    this.client = Objects.requireNonNull(client, "client");
    this.store = Objects.requireNonNull(store, "store");
    this.options = Objects.requireNonNull(options, "options");
  }

  /** As {@link #sync(SyncListener)}, in silence. */
  public SyncReport sync() {
    return sync(SyncListener.silent());
  }

  /**
   * Syncs the whole cluster. Interrupting the thread cancels it.
   *
   * @throws SyncCancelledException if the thread was interrupted; it stays so
   * @throws io.github.proxmoxmpc.state.StateException if the store fails, or another sync writes it
   * @throws io.github.proxmoxmpc.api.error.ProxmoxException if the resources of the cluster could
   *     not be listed, or the server stopped accepting the credentials; the store is as it was
   *     before, then
   */
  public SyncReport sync(SyncListener listener) {
    return sync(listener, new Cancellation());
  }

  /**
   * As {@link #sync(SyncListener)}.
   *
   * @param cancellation cancels it from another thread
   */
  public SyncReport sync(SyncListener listener, Cancellation cancellation) {
    try (RevisionDraft draft = store.draft();
        BoundedCalls calls = new BoundedCalls(options.concurrency(), cancellation)) {
      return new FullSync(
              new ClusterReader(client.api()), calls, store.latest(), draft, options, listener)
          .run();
    }
  }
}
