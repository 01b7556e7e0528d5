package io.github.proxmoxmpc.api.internal.execution;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.GuestAgentException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.response.AgentErrorException;
import io.github.proxmoxmpc.api.internal.response.BodyDownload;
import io.github.proxmoxmpc.api.internal.response.ConnectionFailures;
import io.github.proxmoxmpc.api.internal.response.ErrorResponses;
import io.github.proxmoxmpc.api.internal.response.NotJsonException;
import io.github.proxmoxmpc.api.internal.response.Redaction;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings;
import io.github.proxmoxmpc.api.internal.transport.Transmission;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Invocation;
import retrofit2.Response;

/**
 * One attempt of a call: sends it, reads the answer, and tells failures apart. Used once.
 *
 * @param <T> what the operation answers
 */
final class Attempt<T> {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  private final Operation operation;
  private final Call<T> call;
  private final RuntimeSettings settings;
  private final CallRegistry lifetime;
  private final Executor threads;
  private final Request request;
  private final long begun = System.nanoTime();

  Attempt(
      Operation operation,
      Call<T> call,
      RuntimeSettings settings,
      CallRegistry lifetime,
      Executor threads) {
    this.operation = operation;
    this.call = call;
    this.settings = settings;
    this.lifetime = lifetime;
    this.threads = threads;
    this.request = call.request();
  }

  /** Sends it and waits for the answer, in the thread of the caller. */
  T run() {
    if (lifetime.isOver()) {
      throw notSent();
    }
    Runnable end = call::cancel;
    lifetime.begins(end);
    try {
      return result(send());
    } catch (IOException | InterruptedException | MalformedResponseException failure) {
      throw told(failure);
    } finally {
      lifetime.ended(end);
    }
  }

  /** Sends it when the dispatcher has a place for it; cancelling takes it back. */
  CompletableFuture<T> begin() {
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (lifetime.isOver()) {
      answer.completeExceptionally(notSent());
      return answer;
    }
    // A call that waits for its place would hear of its cancelling when it gets one.
    Runnable end =
        () -> {
          call.cancel();
          answer.completeExceptionally(wasSent() ? told(new IOException("Canceled")) : notSent());
        };
    lifetime.begins(end);
    answer.whenComplete(
        (value, failure) -> {
          lifetime.ended(end);
          if (answer.isCancelled()) {
            call.cancel();
          }
        });
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> sent, Response<T> response) {
            try {
              T result = result(response);
              release(() -> CancellableChain.hand(answer, result));
            } catch (IOException | RuntimeException | Error failure) {
              onFailure(sent, failure);
            }
          }

          @Override
          public void onFailure(Call<T> sent, Throwable failure) {
            Throwable told = failure instanceof Exception e ? told(e) : failure;
            release(() -> answer.completeExceptionally(told));
          }
        });
    return answer;
  }

  /** Tells what came of it elsewhere: what others do then must not hold the place of a call. */
  private void release(Runnable telling) {
    try {
      threads.execute(telling);
    } catch (RejectedExecutionException closed) {
      telling.run();
    }
  }

  // OkHttp 5.5 lets an InterruptedException out while it connects, which Java cannot see.
  private Response<T> send() throws IOException, InterruptedException {
    return call.execute();
  }

  // T is what the caller of a generated method declares; where the server may answer null, it is
  // declared to be nullable there.
  @SuppressWarnings("NullAway")
  private T result(Response<T> response) throws IOException {
    log(Integer.toString(response.code()));
    if (!response.isSuccessful()) {
      throw ErrorResponses.exception(operation, failed(), redaction(), response);
    }
    if (response.body() == null) {
      requireNoPage(response.raw());
      requireNoResult(response.raw());
    }
    if (response.body() instanceof BodyDownload download) {
      follow(download, response.raw());
    }
    return response.body();
  }

  /** What comes in bytes ends with the client, too, for as long as it comes. */
  private void follow(BodyDownload download, okhttp3.Response response) throws IOException {
    try {
      requireNoPage(response);
    } catch (NotJsonException page) {
      download.close();
      throw page;
    }
    download.stream().isOf(failed(), call::cancel, lifetime);
  }

  /** Our own exception for what went wrong; whatever is a fault of the program stays as it is. */
  private RuntimeException told(Exception failure) {
    if (failure instanceof AgentErrorException refusal) {
      return new GuestAgentException(failed(), refusal.answer(redaction()), refusal.errorClass());
    }
    if (failure instanceof IOException broken) {
      log(broken.getClass().getSimpleName());
      return ConnectionFailures.exception(
          failed(), wasSent(), lifetime.isOver() ? closed(broken) : broken);
    }
    if (failure instanceof InterruptedException) {
      log(failure.getClass().getSimpleName());
      Thread.currentThread().interrupt();
      return new WaitInterruptedException(request.method() + " " + path(request.url()), failure);
    }
    if (failure instanceof MalformedResponseException) {
      log(failure.getClass().getSimpleName());
      return ConnectionFailures.malformed(failed(), failure);
    }
    return failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
  }

  private Redaction redaction() {
    return Redaction.of(request, settings.credentials());
  }

  private boolean wasSent() {
    return Objects.requireNonNull(request.tag(Transmission.class)).hasBegun();
  }

  private static IOException closed(IOException failure) {
    return new IOException("the client was closed meanwhile", failure);
  }

  private IllegalStateException notSent() {
    return new IllegalStateException(
        operation.title() + " was not sent: the ProxmoxClient is closed");
  }

  /** A result that is not read must not hide that something else answered. */
  private static void requireNoPage(okhttp3.Response response) throws NotJsonException {
    String type = response.header("Content-Type");
    if (type != null && type.startsWith("text/html")) {
      throw new NotJsonException(type);
    }
  }

  /** Retrofit reads nothing where the status says that nothing came. */
  private void requireNoResult(okhttp3.Response response) {
    if (response.code() == 204 || response.code() == 205) {
      Method method = Objects.requireNonNull(request.tag(Invocation.class)).method();
      if (!method.getGenericReturnType().getTypeName().contains(Void.class.getName())) {
        throw new MalformedResponseException(
            "status " + response.code() + " brings no result", null);
      }
    }
  }

  private FailedCall failed() {
    return new FailedCall(
        operation.title(),
        request.method(),
        path(request.url()),
        settings.endpoint(),
        settings.credentials().identity());
  }

  /** The path behind the base, decoded for people; no query, which may hold secrets. */
  private String path(HttpUrl url) {
    List<String> segments = url.pathSegments();
    // The base ends with a slash, which counts as one empty segment.
    int from = settings.base().pathSize() - 1;
    String path = "/" + String.join("/", segments.subList(from, segments.size()));
    return path.replaceAll("\\p{Cntrl}", "?");
  }

  private void log(String outcome) {
    if (log.isDebugEnabled()) {
      log.debug(
          "{} {} on {}: {} after {} ms",
          request.method(),
          path(request.url()),
          settings.endpoint(),
          outcome,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
  }
}
