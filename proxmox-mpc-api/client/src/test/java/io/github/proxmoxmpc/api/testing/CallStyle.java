package io.github.proxmoxmpc.api.testing;

import io.github.proxmoxmpc.api.ClientAccess;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
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

/** The two call styles. Tests with a style run for both. */
public enum CallStyle {
  BLOCKING {
    @Override
    public ApiCaller caller(ProxmoxClient client) {
      return ClientAccess.caller(client);
    }

    @Override
    public TaskOutcome await(Task task) {
      return task.await();
    }

    @Override
    public TaskOutcome await(Task task, Duration limit) {
      return task.await(limit);
    }

    @Override
    public List<String> log(Task task) {
      return task.log();
    }

    @Override
    public void stop(Task task) {
      task.stop();
    }
  },
  ASYNC {
    @Override
    public ApiCaller caller(ProxmoxClient client) {
      return new Joining(ClientAccess.caller(client));
    }

    @Override
    public TaskOutcome await(Task task) {
      return valueOf(task.awaitAsync());
    }

    @Override
    public TaskOutcome await(Task task, Duration limit) {
      return valueOf(task.awaitAsync(limit));
    }

    @Override
    public List<String> log(Task task) {
      return valueOf(task.logAsync());
    }

    @Override
    public void stop(Task task) {
      valueOf(task.stopAsync());
    }
  };

  public abstract ApiCaller caller(ProxmoxClient client);

  public abstract TaskOutcome await(Task task);

  public abstract TaskOutcome await(Task task, Duration limit);

  public abstract List<String> log(Task task);

  public abstract void stop(Task task);

  /** The value of a future; its failure is thrown as it is. */
  public static <T extends @Nullable Object> T valueOf(CompletableFuture<T> future) {
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
    public <T extends @Nullable Object> T execute(ApiCall<T> call) {
      return valueOf(executeAsync(call));
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> executeAsync(ApiCall<T> call) {
      return caller.executeAsync(call);
    }

    @Override
    public Task task(Upid upid) {
      return caller.task(upid);
    }

    @Override
    public FailedCall unfulfilled(String path) {
      return caller.unfulfilled(path);
    }
  }
}
