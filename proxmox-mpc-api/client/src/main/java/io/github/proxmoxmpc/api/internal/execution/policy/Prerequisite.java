package io.github.proxmoxmpc.api.internal.execution.policy;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A value that a call has to wait for, and the decision that depends on it.
 *
 * @param <R> the type of the value
 */
public interface Prerequisite<R extends @Nullable Object> {
  /** No prerequisite: the call continues at once. */
  Prerequisite<?> NONE = new None();

  /** Obtains the value in the thread of the caller. */
  R await();

  /** Obtains the value without blocking a thread. */
  CompletableFuture<R> awaitAsync();

  /**
   * Decides on the value.
   *
   * @throws RuntimeException to reject the call
   */
  void accept(R value);

  /**
   * Returns whether the call continues without the value if obtaining it failed; otherwise the call
   * fails with the same failure.
   */
  boolean isDispensable(Throwable failure);

  /** The prerequisite of a call that need not wait. */
  final class None implements Prerequisite<@Nullable Void> {
    private None() {}

    @Override
    @SuppressWarnings("NullAway") // it does not know that a type argument is @Nullable
    public @Nullable Void await() {
      return null;
    }

    @Override
    public CompletableFuture<@Nullable Void> awaitAsync() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void accept(@Nullable Void value) {}

    @Override
    public boolean isDispensable(Throwable failure) {
      return false;
    }
  }
}
