package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.ResultTypes;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.task.TaskOutcome;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The two ways to make a call. What is tested of the one is tested of the other. */
enum CallStyle {
  BLOCKING {
    @Override
    ApiCaller caller(ProxmoxClient client) {
      return client.caller();
    }

    @Override
    TaskOutcome await(Task task) {
      return task.await();
    }

    @Override
    TaskOutcome await(Task task, Duration limit) {
      return task.await(limit);
    }

    @Override
    List<String> log(Task task) {
      return task.log();
    }

    @Override
    void stop(Task task) {
      task.stop();
    }
  },
  ASYNC {
    @Override
    ApiCaller caller(ProxmoxClient client) {
      return new Joining(client.caller());
    }

    @Override
    TaskOutcome await(Task task) {
      return valueOf(task.awaitAsync());
    }

    @Override
    TaskOutcome await(Task task, Duration limit) {
      return valueOf(task.awaitAsync(limit));
    }

    @Override
    List<String> log(Task task) {
      return valueOf(task.logAsync());
    }

    @Override
    void stop(Task task) {
      valueOf(task.stopAsync());
    }
  };

  abstract ApiCaller caller(ProxmoxClient client);

  abstract TaskOutcome await(Task task);

  abstract TaskOutcome await(Task task, Duration limit);

  abstract List<String> log(Task task);

  abstract void stop(Task task);

  /** The value of a future; its failure is thrown as it is. */
  static <T> T valueOf(CompletableFuture<T> future) {
    try {
      return future.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError("the future fails with what nobody expects", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("a future", e);
    } catch (TimeoutException e) {
      throw new AssertionError("the future never ends", e);
    }
  }

  /** Makes each call asynchronously, and waits for it. */
  private record Joining(ApiCaller caller) implements ApiCaller {
    @Override
    public <A> A service(Class<A> type, ResultTypes results) {
      return caller.service(type, results);
    }

    @Override
    public FailedCall unfulfilled(String path) {
      return caller.unfulfilled(path);
    }

    @Override
    public <T> T execute(Operation operation, Call<T> call) {
      return valueOf(executeAsync(operation, call));
    }

    @Override
    public Task start(Operation operation, Call<Upid> call) {
      return valueOf(startAsync(operation, call));
    }

    @Override
    public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
      return valueOf(startIfNeededAsync(operation, call));
    }

    @Override
    public <T> CompletableFuture<T> executeAsync(Operation operation, Call<T> call) {
      return caller.executeAsync(operation, call);
    }

    @Override
    public CompletableFuture<Task> startAsync(Operation operation, Call<Upid> call) {
      return caller.startAsync(operation, call);
    }

    @Override
    public CompletableFuture<@Nullable Task> startIfNeededAsync(
        Operation operation, Call<Upid> call) {
      return caller.startIfNeededAsync(operation, call);
    }
  }
}
