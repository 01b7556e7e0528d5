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
 * A future that comes about step by step. Whoever cancels it ends the step that is under way, which
 * {@link CompletableFuture#thenCompose} would leave running. Thread-safe.
 *
 * @param <T> what it comes to
 */
public final class CancellableChain<T extends @Nullable Object> {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  private final CompletableFuture<T> whole = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<?> underWay;

  /** Begins without a step. */
  public CancellableChain() {
    whole.whenComplete((value, failure) -> endStep());
  }

  /** Another future, and what is made of its value; cancelling reaches the other one. */
  public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> map(
      CompletableFuture<S> first, Function<? super S, ? extends T> made) {
    CancellableChain<T> steps = new CancellableChain<>();
    steps.step(first, value -> steps.done(made.apply(value)));
    return steps.future();
  }

  /** One future after the other; cancelling reaches the one that is under way. */
  public static <S extends @Nullable Object, T extends @Nullable Object> CompletableFuture<T> then(
      CompletableFuture<S> first, Function<? super S, CompletableFuture<T>> second) {
    CancellableChain<T> steps = new CancellableChain<>();
    steps.step(first, value -> steps.step(second.apply(value), steps::done));
    return steps.future();
  }

  /** What it will have come to. */
  public CompletableFuture<T> future() {
    return whole;
  }

  /** It has come to this. */
  public void done(T value) {
    hand(whole, value);
  }

  /** Completes a future. What nobody will take any more is closed where it can be. */
  public static <S extends @Nullable Object> void hand(CompletableFuture<S> future, S value) {
    if (!future.complete(value) && value instanceof Closeable left) {
      try {
        left.close();
      } catch (IOException e) {
        log.debug("Closing what nobody waits for", e);
      }
    }
  }

  /** It has failed. */
  public void failed(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  /** Goes on with what a step comes to; where the step fails, so does the whole. */
  public <S extends @Nullable Object> void step(
      CompletableFuture<S> step, Consumer<? super S> next) {
    step(step, next, this::failed);
  }

  /** Goes on with what a step comes to, or with its failure. */
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

  // A future that depends on another one wraps the failure of that.
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
