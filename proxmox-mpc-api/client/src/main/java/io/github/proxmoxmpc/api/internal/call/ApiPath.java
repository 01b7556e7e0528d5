package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the path tree: the caller, and the values of the path so far. Immutable and
 * thread-safe.
 *
 * @param caller sends the calls
 * @param values the values of the parameters in the path, in their order
 * @param requirements the releases that those values require
 */
public record ApiPath(
    ApiCaller caller, List<String> values, List<VersionRequirement> requirements) {
  /** Returns the root of the tree. */
  public static ApiPath root(ApiCaller caller) {
    return new ApiPath(caller, List.of(), List.of());
  }

  /** Returns the place below this one for a value. */
  public ApiPath with(Object value) {
    return with(value, List.of());
  }

  /** Returns the place below this one for a value that only some releases support. */
  public ApiPath with(Object value, List<VersionRequirement> more) {
    return new ApiPath(caller, and(values, List.of(value.toString())), and(requirements, more));
  }

  private static <E> List<E> and(List<E> some, List<E> more) {
    if (more.isEmpty()) {
      return some;
    }
    List<E> all = new ArrayList<>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private <T extends @Nullable Object> ApiCall<T> call(
      Operation<T> operation, Parameters parameters) {
    return new ApiCall<>(operation, values, requirements, parameters);
  }

  /**
   * Builds the request of an operation at this place.
   *
   * @throws InvalidRequestException if a parameter breaks its rule; unlike the exception of the
   *     builder, it names the real path
   */
  public <R> R build(Operation<?> operation, Supplier<R> request) {
    try {
      return request.get();
    } catch (InvalidRequestException e) {
      throw new InvalidRequestException(call(operation, Parameters.none()).toString(), e.faults());
    }
  }

  /** Sends a call and waits for its result. */
  public <T extends @Nullable Object> T execute(Operation<T> operation, Parameters parameters) {
    return caller.execute(call(operation, parameters));
  }

  /** Sends a call without blocking a thread. */
  public <T extends @Nullable Object> CompletableFuture<T> executeAsync(
      Operation<T> operation, Parameters parameters) {
    return caller.executeAsync(call(operation, parameters));
  }

  /** Sends a call that starts a task. */
  public Task start(Operation<Upid> operation, Parameters parameters) {
    return caller.task(execute(operation, parameters));
  }

  /** Sends a call that starts a task, without blocking a thread. */
  public CompletableFuture<Task> startAsync(Operation<Upid> operation, Parameters parameters) {
    return CancellableChain.map(executeAsync(operation, parameters), caller::task);
  }

  /** Sends a call that may start a task; returns null if the server needed none. */
  public @Nullable Task startIfNeeded(Operation<@Nullable Upid> operation, Parameters parameters) {
    return taskOrNull(execute(operation, parameters));
  }

  /** Sends a call that may start a task, without blocking a thread. */
  public CompletableFuture<@Nullable Task> startIfNeededAsync(
      Operation<@Nullable Upid> operation, Parameters parameters) {
    return CancellableChain.map(executeAsync(operation, parameters), this::taskOrNull);
  }

  private @Nullable Task taskOrNull(@Nullable Upid upid) {
    return upid == null ? null : caller.task(upid);
  }
}
