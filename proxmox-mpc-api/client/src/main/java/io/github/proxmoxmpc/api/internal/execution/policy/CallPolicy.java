package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.internal.call.ApiCall;

/**
 * A concern of every call, such as retries or logging. A policy says what happens before a call and
 * after it; the driver does it, in both call styles. So a policy neither blocks nor starts threads.
 * Implementations are thread-safe.
 *
 * <p>Policies form an ordered list. The first one sees a call first and its outcome last. What
 * follows a policy in the list happens again when that policy repeats the call.
 */
public interface CallPolicy {
  /** Begins to watch a call, each time that the call reaches this policy. */
  Watch begin(ApiCall<?> call);

  /** A policy's view of one call. It is used by one thread at a time. */
  interface Watch {
    /**
     * Prepares the call.
     *
     * @return what the call has to wait for, or {@link Prerequisite#NONE}
     * @throws RuntimeException to refuse the call
     */
    default Prerequisite<?> before() {
      return Prerequisite.NONE;
    }

    /** Decides what becomes of the call's outcome. */
    default Verdict after(Outcome<?> outcome) {
      return Verdict.KEEP;
    }
  }
}
