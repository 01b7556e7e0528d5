package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** What the generated path tree asks of the runtime. Implementations are thread-safe. */
public interface ApiCaller {
  /**
   * The implementation of a generated Retrofit interface; made once and kept.
   *
   * @param type the interface
   * @param results how the results of that interface are read
   */
  <A> A service(Class<A> type, ResultTypes results);

  /** One for calls that need more of the server than their operations: for values in their path. */
  default ApiCaller needing(List<VersionRequirement> needs) {
    return needs.isEmpty() ? this : new NeedingCaller(this, needs);
  }

  /**
   * Sends a call and waits for its answer.
   *
   * @throws io.github.proxmoxmpc.api.error.ProxmoxException if it failed
   */
  <T> T execute(Operation operation, Call<T> call);

  /** Sends a call, and does not wait for its answer; cancelling takes it back. */
  <T> CompletableFuture<T> executeAsync(Operation operation, Call<T> call);

  /**
   * Tells of a GET that was answered, and whose answer does not hold what was looked for.
   *
   * @param path what was asked for, such as {@code /cluster/resources}
   */
  FailedCall unfulfilled(String path);

  /** Sends a call that starts a task, and hands out the task. */
  Task start(Operation operation, Call<Upid> call);

  /**
   * Sends a call that may start a task, and hands out the task; null where the server had no need
   * of one.
   */
  @Nullable Task startIfNeeded(Operation operation, Call<Upid> call);

  /** Sends a call that starts a task, and does not wait. */
  CompletableFuture<Task> startAsync(Operation operation, Call<Upid> call);

  /** Sends a call that may start a task, and does not wait. */
  CompletableFuture<@Nullable Task> startIfNeededAsync(Operation operation, Call<Upid> call);
}
