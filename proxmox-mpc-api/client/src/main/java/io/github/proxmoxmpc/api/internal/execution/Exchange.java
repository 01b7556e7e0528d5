package io.github.proxmoxmpc.api.internal.execution;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.GuestAgentException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.execution.policy.Outcome;
import io.github.proxmoxmpc.api.internal.response.AgentErrorException;
import io.github.proxmoxmpc.api.internal.response.ConnectionFailures;
import io.github.proxmoxmpc.api.internal.response.ErrorResponses;
import io.github.proxmoxmpc.api.internal.response.Redaction;
import io.github.proxmoxmpc.api.internal.response.ResponseResult;
import io.github.proxmoxmpc.api.internal.transport.Transmission;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One attempt of a call: sends the request, reads the response, and classifies failures. Used once.
 *
 * @param <T> the type of the result
 */
final class Exchange<T extends @Nullable Object> {
  private final ApiCall<T> call;
  private final ClientRuntime runtime;
  private final CallRegistry registry;
  private final Executor threads;
  private final Transmission transmission = new Transmission();
  private final Call<ResponseBody> http;

  Exchange(ApiCall<T> call, ClientRuntime runtime) {
    this.call = call;
    this.runtime = runtime;
    this.registry = runtime.registry();
    this.threads = runtime.http().dispatcher().executorService();
    this.http = runtime.calls().newCall(call, transmission);
  }

  /** Sends the request in the thread of the caller, and waits for the response. */
  Outcome<T> run() {
    Runnable cancel = http::cancel;
    registry.begins(cancel);
    try {
      return success(send());
    } catch (IOException | InterruptedException | RuntimeException failure) {
      return new Outcome.Failure<>(explained(failure));
    } finally {
      registry.ended(cancel);
    }
  }

  // OkHttp 5.5 throws an InterruptedException while it connects, which Kotlin does not declare.
  private Response<ResponseBody> send() throws IOException, InterruptedException {
    return http.execute();
  }

  /** Sends the request when the dispatcher allows it; cancelling the future cancels the call. */
  CompletableFuture<Outcome<T>> begin() {
    CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    // OkHttp reports the cancellation of a queued call only when the call leaves the queue.
    Runnable cancel =
        () -> {
          http.cancel();
          outcome.complete(new Outcome.Failure<>(closed()));
        };
    registry.begins(cancel);
    outcome.whenComplete(
        (value, failure) -> {
          registry.ended(cancel);
          if (outcome.isCancelled()) {
            http.cancel();
          }
        });
    http.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<ResponseBody> sent, Response<ResponseBody> response) {
            Outcome<T> read;
            try {
              read = success(response);
            } catch (IOException | RuntimeException failure) {
              read = new Outcome.Failure<>(explained(failure));
            } catch (Error error) {
              read = new Outcome.Failure<>(error);
            }
            complete(outcome, read);
          }

          @Override
          public void onFailure(Call<ResponseBody> sent, Throwable failure) {
            complete(
                outcome,
                new Outcome.Failure<>(failure instanceof Exception e ? explained(e) : failure));
          }
        });
    return outcome;
  }

  /** Completes in another thread, so that dependent actions do not count as a running call. */
  private void complete(CompletableFuture<Outcome<T>> future, Outcome<T> outcome) {
    Runnable completion = () -> CancellableChain.hand(future, outcome);
    try {
      threads.execute(completion);
    } catch (RejectedExecutionException closed) {
      completion.run();
    }
  }

  private Outcome<T> success(Response<ResponseBody> response) throws IOException {
    if (!response.isSuccessful()) {
      throw ErrorResponses.exception(
          call.operation(), runtime.describe(call), redaction(), response);
    }
    T value =
        new ResponseResult(runtime.describe(call), http::cancel, registry)
            .read(call.operation().result(), response);
    return new Outcome.Success<>(value, response.code());
  }

  private RuntimeException closed() {
    return transmission.hasBegun()
        ? explained(new IOException("Canceled"))
        : ConnectionException.clientClosed(runtime.describe(call));
  }

  /** Returns the exception for a failure; programming errors are returned unchanged. */
  private RuntimeException explained(Exception failure) {
    if (failure instanceof AgentErrorException refusal) {
      return new GuestAgentException(
          runtime.describe(call), refusal.answer(redaction()), refusal.errorClass());
    }
    if (failure instanceof IOException broken) {
      return ConnectionFailures.exception(
          runtime.describe(call),
          transmission.hasBegun(),
          registry.isOver() ? new IOException("the client was closed", broken) : broken);
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new WaitInterruptedException(call.toString(), failure);
    }
    if (failure instanceof MalformedResponseException) {
      return ConnectionFailures.malformed(runtime.describe(call), failure);
    }
    return failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
  }

  private Redaction redaction() {
    return Redaction.of(call.parameters(), runtime.settings().credentials());
  }
}
