package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends calls to one server. Implementations are thread-safe. */
public interface ApiCaller {
  /**
   * Sends a call and waits for its result.
   *
   * @throws io.github.proxmoxmpc.api.error.ProxmoxException if the call fails
   */
  <T extends @Nullable Object> T execute(ApiCall<T> call);

  /** Sends a call without blocking a thread; cancelling the future cancels the call. */
  <T extends @Nullable Object> CompletableFuture<T> executeAsync(ApiCall<T> call);

  /** Returns a handle of a task that was started earlier; sends nothing. */
  Task task(Upid upid);

  /**
   * Describes a GET that succeeded, but whose result does not contain the wanted entry.
   *
   * @param path the requested path, such as {@code /cluster/resources}
   */
  FailedCall unfulfilled(String path);
}
