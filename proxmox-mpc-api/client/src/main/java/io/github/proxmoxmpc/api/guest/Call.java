package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call at a place of the path tree, in its blocking and its asynchronous variant.
 *
 * @param <P> the type of the place
 * @param <T> the type of the result
 */
record Call<P, T extends @Nullable Object>(
    Function<P, T> blocking, Function<P, CompletableFuture<T>> async) {
  /** Returns a call that converts the result of this one. */
  <R extends @Nullable Object> Call<P, R> map(Function<T, R> made) {
    return new Call<>(
        blocking.andThen(made), place -> CancellableChain.map(async.apply(place), made));
  }
}
