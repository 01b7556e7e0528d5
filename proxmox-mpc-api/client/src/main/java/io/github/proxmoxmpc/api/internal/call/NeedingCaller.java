package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Sends the calls of another, each of which needs more of the server than its operation. */
record NeedingCaller(ApiCaller caller, List<VersionRequirement> needs) implements ApiCaller {
  @Override
  public <A> A service(Class<A> type, ResultTypes results) {
    return caller.service(type, results);
  }

  @Override
  public <T> T execute(Operation operation, Call<T> call) {
    return caller.execute(operation.needing(needs), call);
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(Operation operation, Call<T> call) {
    return caller.executeAsync(operation.needing(needs), call);
  }

  @Override
  public FailedCall unfulfilled(String path) {
    return caller.unfulfilled(path);
  }

  @Override
  public Task start(Operation operation, Call<Upid> call) {
    return caller.start(operation.needing(needs), call);
  }

  @Override
  public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
    return caller.startIfNeeded(operation.needing(needs), call);
  }

  @Override
  public CompletableFuture<Task> startAsync(Operation operation, Call<Upid> call) {
    return caller.startAsync(operation.needing(needs), call);
  }

  @Override
  public CompletableFuture<@Nullable Task> startIfNeededAsync(
      Operation operation, Call<Upid> call) {
    return caller.startIfNeededAsync(operation.needing(needs), call);
  }
}
