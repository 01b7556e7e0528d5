package io.github.proxmoxmpc.api.internal.async;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A future that is completed by a chain of steps. Cancelling it cancels the step under way, which
 * {@link CompletableFuture#thenCompose} would leave running. Thread-safe.
 *
 * @param <T> the type of the value
 */
public final class CancellableChain<T extends @Nullable Object> {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  private final CompletableFuture<T> whole = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> underWay;

  /** Creates a chain without a step. */
  public CancellableChain() {
    whole.whenComplete((value, failure) -> endStep());
  }

  /** Returns a future of the converted value; cancelling it cancels the first one. */
  public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> map(
      CompletableFuture<S> first, Function<? super S, ? extends T> made) {
    CancellableChain<T> steps = new CancellableChain<>();
    steps.step(first, value -> steps.done(made.apply(value)));
    return steps.future();
  }

  /** Returns a future of the second future's value; cancelling it cancels the one under way. */
  public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> then(
      CompletableFuture<S> first, Function<? super S, CompletableFuture<T>> second) {
    CancellableChain<T> steps = new CancellableChain<>();
    steps.step(first, value -> steps.step(second.apply(value), steps::done));
    return steps.future();
  }

  /** Returns the future. */
  public CompletableFuture<T> future() {
    return whole;
  }

  /** Completes the future with a value. */
  public void done(T value) {
    hand(whole, value);
  }

  /** Completes a future. Closes the value if the future was completed before. */
  public static <S extends @Nullable Object> void hand(CompletableFuture<S> future, S value) {
    if (!future.complete(value) && value instanceof Closeable left) {
      try {
        left.close();
      } catch (IOException e) {
        log.debug("Cannot close a result that is no longer wanted", e);
      }
    }
  }

  /** Completes the future exceptionally. */
  public void failed(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  /** Continues with the value of a step; if the step fails, so does the future. */
  public <S extends @Nullable Object> void step(
      CompletableFuture<S> step, Consumer<? super S> next) {
    step(step, next, this::failed);
  }

  /** Continues with the value of a step, or with its failure. */
  public <S extends @Nullable Object> void step(
      CompletableFuture<S> step, Consumer<? super S> next, Consumer<Throwable> otherwise) {
    underWay = step;
    step.whenComplete(
        (value, failure) -> {
          try {
            if (failure == null) {
              next.accept(value);
            } else {
              otherwise.accept(cause(failure));
            }
          } catch (RuntimeException | Error e) {
            failed(e);
          }
        });
    if (whole.isDone()) {
      endStep();
    }
  }

  private void endStep() {
    CompletableFuture<?> step = underWay;
    if (step != null) {
      step.cancel(true);
    }
  }

  // A dependent future wraps the failure of the other one.
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
