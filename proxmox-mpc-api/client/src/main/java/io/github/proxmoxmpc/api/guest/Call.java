package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call at a place of the path tree, in both ways that it can be made.
 *
 * @param <P> the place
 * @param <T> what it answers
 */
record Call<P, T extends @Nullable Object>(
    Function<P, T> blocking, Function<P, CompletableFuture<T>> async) {
  /** The same call, and what is made of its answer. */
  <R extends @Nullable Object> Call<P, R> map(Function<T, R> made) {
    return new Call<>(
        blocking.andThen(made), place -> CancellableChain.map(async.apply(place), made));
  }
}
