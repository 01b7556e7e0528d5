package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.TimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is sent again. A read may be; a write only if the server surely did not receive it.
 *
 * <p>Time-outs are not repeated: the caller has waited long enough, and the server is busy enough.
 */
public final class RetryPolicy {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  // A reverse proxy without its backend. 504 is a time-out.
  private static final Set<Integer> PASSING = Set.of(502, 503);

  private final Retry reads;
  private final Retry writes;
  private final CallRegistry lifetime;

  public RetryPolicy(int retries, Duration firstPause, CallRegistry lifetime) {
    this.lifetime = lifetime;
    reads = retry("read", retries, firstPause, this::isPassing);
    writes = retry("write", retries, firstPause, this::wasNeverReceived);
  }

  public <T> T run(Operation operation, Supplier<T> attempt) {
    boolean read = operation.isRead();
    try {
      return retry(operation).executeSupplier(attempt);
    } catch (ApiException | ConnectionException e) {
      // Resilience4j ends an interrupted pause with the failure before it, and keeps the flag.
      boolean wasToBeRepeated = read ? isPassing(e) : wasNeverReceived(e);
      if (wasToBeRepeated && Thread.currentThread().isInterrupted()) {
        throw new WaitInterruptedException(operation.title(), e);
      }
      throw e;
    }
  }

  /** Does the same without a thread that waits: neither for an answer nor in a pause. */
  public <T> void begin(
      Operation operation, CancellableChain<T> steps, Supplier<CompletableFuture<T>> attempt) {
    attempt(retry(operation).asyncContext(), steps, attempt);
  }

  private <T> void attempt(
      Retry.AsyncContext<T> context,
      CancellableChain<T> steps,
      Supplier<CompletableFuture<T>> attempt) {
    steps.step(
        attempt.get(),
        steps::done,
        failure -> {
          long pause = context.onError(failure);
          if (pause < 0) {
            steps.failed(failure);
          } else {
            steps.step(lifetime.pause(pause), over -> attempt(context, steps, attempt));
          }
        });
  }

  private Retry retry(Operation operation) {
    return operation.isRead() ? reads : writes;
  }

  private static Retry retry(
      String name, int retries, Duration firstPause, Predicate<Throwable> again) {
    Retry retry =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(retries + 1)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstPause, 2.0))
                .retryOnException(again)
                .build());
    retry
        .getEventPublisher()
        .onRetry(
            event -> {
              Throwable failure = event.getLastThrowable();
              log.debug(
                  "RetryPolicy after {} in {}",
                  failure == null ? "a failure" : failure.getClass().getSimpleName(),
                  event.getWaitInterval());
            });
    return retry;
  }

  private boolean wasNeverReceived(Throwable failure) {
    return failure instanceof ConnectionException connection
        && !connection.mayHaveBeenReceived()
        && !lifetime.isOver()
        && !(connection instanceof TlsException)
        && !(connection instanceof TimeoutException);
  }

  private boolean isPassing(Throwable failure) {
    if (failure instanceof NodeUnreachableException node) {
      return node.isTransient();
    }
    if (failure instanceof ApiException answer) {
      return PASSING.contains(answer.status());
    }
    return failure instanceof ConnectionException
        && !lifetime.isOver()
        && !(failure instanceof TlsException)
        && !(failure instanceof TimeoutException);
  }
}
