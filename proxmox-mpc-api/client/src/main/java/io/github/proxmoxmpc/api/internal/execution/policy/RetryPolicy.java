package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.NodeUnreachableException;
import io.github.proxmoxmpc.api.error.TimeoutException;
import io.github.proxmoxmpc.api.error.TlsException;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats failed calls: a read after a transient failure, a write only if the server cannot have
 * received it.
 *
 * <p>Calls that timed out are not repeated: the caller has waited long enough, and a slow server
 * does not need more load.
 */
public final class RetryPolicy implements CallPolicy {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  // A reverse proxy without its backend. 504 is a time-out.
  private static final Set<Integer> TRANSIENT = Set.of(502, 503);

  private final int retries;
  private final Duration firstPause;
  private final CallRegistry registry;

  // Created at the first failure: most programs end without one, and start faster without these.
  private @Nullable Retry reads;
  private @Nullable Retry writes;

  /**
   * Creates a policy.
   *
   * @param retries how often a call is repeated at most
   * @param firstPause the pause before the first repetition; each later one is about twice as long
   * @param registry knows whether the client is closed
   */
  public RetryPolicy(int retries, Duration firstPause, CallRegistry registry) {
    this.retries = retries;
    this.firstPause = firstPause;
    this.registry = registry;
  }

  @Override
  public Watch begin(ApiCall<?> call) {
    return new Watch() {
      private Retry.@Nullable AsyncContext<Object> context;

      @Override
      public Verdict after(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Failure<?> failure)) {
          return Verdict.KEEP;
        }
        if (context == null) {
          context = retry(call).asyncContext();
        }
        long pause = context.onError(failure.cause());
        if (pause < 0) {
          return Verdict.KEEP;
        }
        log.debug(
            "{}: {}, repeated in {} ms", call, failure.cause().getClass().getSimpleName(), pause);
        return new Verdict.Repeat(Duration.ofMillis(pause));
      }
    };
  }

  private synchronized Retry retry(ApiCall<?> call) {
    if (call.operation().isRead()) {
      if (reads == null) {
        reads = retry("read", this::isTransient);
      }
      return reads;
    }
    if (writes == null) {
      writes = retry("write", this::wasNeverReceived);
    }
    return writes;
  }

  private Retry retry(String name, Predicate<Throwable> isRepeated) {
    return Retry.of(
        name,
        RetryConfig.custom()
            .maxAttempts(retries + 1)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstPause, 2.0))
            .retryOnException(isRepeated)
            .build());
  }

  private boolean wasNeverReceived(Throwable failure) {
    return failure instanceof ConnectionException connection
        && !connection.mayHaveBeenReceived()
        && isBrokenConnection(failure);
  }

  private boolean isTransient(Throwable failure) {
    if (failure instanceof NodeUnreachableException node) {
      return node.isTransient();
    }
    return failure instanceof ApiException refusal
        ? TRANSIENT.contains(refusal.status())
        : isBrokenConnection(failure);
  }

  private boolean isBrokenConnection(Throwable failure) {
    return failure instanceof ConnectionException
        && !registry.isOver()
        && !(failure instanceof TlsException)
        && !(failure instanceof TimeoutException);
  }
}
