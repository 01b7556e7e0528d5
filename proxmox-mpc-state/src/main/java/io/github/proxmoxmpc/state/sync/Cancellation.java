package io.github.proxmoxmpc.state.sync;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cancels syncs from another thread. Thread-safe. It cannot be reset.
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

  /** Cancels all syncs that use it; they end with {@link SyncCancelledException}. */
  public void cancel() {
    cancelled = true;
    hooks.forEach(Runnable::run);
  }

  /** Returns whether it was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Runs a hook on cancellation, or at once if already cancelled. It may run more than once. */
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
