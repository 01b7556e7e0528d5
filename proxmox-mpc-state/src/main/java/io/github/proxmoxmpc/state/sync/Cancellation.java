package io.github.proxmoxmpc.state.sync;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cancels syncs from another thread. Thread-safe; once cancelled it stays so.
 *
 * <pre>{@code
 * Cancellation cancellation = new Cancellation();
 * stopButton.onClick(cancellation::cancel);
 * engine.sync(SyncListener.silent(), cancellation);
 * }</pre>
 */
public final class Cancellation {
  private final Set<Runnable> hooks = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /** Cancels the syncs that use it: they end with {@link SyncCancelledException}. */
  public void cancel() {
    cancelled = true;
    hooks.forEach(Runnable::run);
  }

  /** Whether it was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Runs it when this is cancelled, at once where it was already; perhaps more than once. */
  void register(Runnable hook) {
    hooks.add(hook);
    if (cancelled) {
      hook.run();
    }
  }

  void unregister(Runnable hook) {
    hooks.remove(hook);
  }
}
