package io.github.proxmoxmpc.api.internal;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Callback;
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
  private final Lifetime lifetime;
  private final Request request;
  private final Runnable end;
  private final long begun = System.nanoTime();

  Attempt(Operation operation, Call<T> call, RuntimeSettings settings, Lifetime lifetime) {
    this.operation = operation;
    this.call = call;
    this.settings = settings;
    this.lifetime = lifetime;
    this.request = call.request();
    this.end = call::cancel;
  }

  /** Sends it and waits for the answer, in the thread of the caller. */
  T run() {
    requireOpen();
    lifetime.begins(end);
    try {
      return result(send());
    } catch (IOException | InterruptedException | MalformedAnswerException failure) {
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
              answer.complete(result(response));
            } catch (RuntimeException | Error failure) {
              onFailure(sent, failure);
            }
          }

          @Override
          public void onFailure(Call<T> sent, Throwable failure) {
            answer.completeExceptionally(failure instanceof Exception e ? told(e) : failure);
          }
        });
    return answer;
  }

  // OkHttp 5.5 lets an InterruptedException out while it connects, which Java cannot see.
  private Response<T> send() throws IOException, InterruptedException {
    return call.execute();
  }

  // T is what the caller of a generated method declares; where the server may answer null, it is
  // declared to be nullable there.
  @SuppressWarnings("NullAway")
  private T result(Response<T> response) {
    log(Integer.toString(response.code()));
    if (!response.isSuccessful()) {
      throw ErrorAnswers.exception(operation, failed(), response.raw(), response.errorBody());
    }
    if (response.body() == null) {
      requireNoPage(response.raw());
    }
    return response.body();
  }

  /** Our own exception for what went wrong; whatever is a fault of the program stays as it is. */
  private RuntimeException told(Exception failure) {
    if (failure instanceof IOException broken) {
      log(broken.getClass().getSimpleName());
      Sending sending = Objects.requireNonNull(request.tag(Sending.class));
      return ConnectionFailures.exception(
          failed(), sending.hasBegun(), lifetime.isOver() ? closed(broken) : broken);
    }
    if (failure instanceof InterruptedException) {
      log(failure.getClass().getSimpleName());
      Thread.currentThread().interrupt();
      return new WaitInterruptedException(request.method() + " " + path(request.url()), failure);
    }
    if (failure instanceof MalformedAnswerException) {
      log(failure.getClass().getSimpleName());
      return ConnectionFailures.malformed(failed(), failure);
    }
    return failure instanceof RuntimeException fault ? fault : new IllegalStateException(failure);
  }

  private static IOException closed(IOException failure) {
    return new IOException("the client was closed meanwhile", failure);
  }

  private void requireOpen() {
    if (lifetime.isOver()) {
      throw notSent();
    }
  }

  private IllegalStateException notSent() {
    return new IllegalStateException(
        operation.title() + " was not sent: the ProxmoxClient is closed");
  }

  /** A result that is not read must not hide that something else answered. */
  private void requireNoPage(okhttp3.Response response) {
    String type = response.header("Content-Type");
    if (type != null && type.startsWith("text/html")) {
      throw new MalformedAnswerException(
          failed().unable()
              + ": the answer is "
              + type
              + ", not JSON, so this is no Proxmox VE API. Check the address.",
          null);
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
