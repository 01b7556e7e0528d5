package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each attempt at debug level: method, path, status and time; never a parameter. */
public final class CallLogPolicy implements CallPolicy {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");
  private static final Watch SILENT = new Watch() {};

  private final String endpoint;

  /** Creates the policy for a server. */
  public CallLogPolicy(String endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Watch begin(ApiCall<?> call) {
    if (!log.isDebugEnabled()) {
      return SILENT;
    }
    long begun = System.nanoTime();
    return new Watch() {
      @Override
      public Verdict after(Outcome<?> outcome) {
        log.debug(
            "{} on {}: {} after {} ms",
            call,
            endpoint,
            words(outcome),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return Verdict.KEEP;
      }
    };
  }

  private static String words(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Success<?> success) {
      return Integer.toString(success.status());
    }
    Throwable failure = ((Outcome.Failure<?>) outcome).cause();
    return failure instanceof ApiException refusal
        ? Integer.toString(refusal.status())
        : failure.getClass().getSimpleName();
  }
}
