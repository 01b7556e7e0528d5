package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.internal.call.ApiCall;

/**
 * A concern of every call, such as retries or logging. A policy decides before and after a call;
 * the driver acts on the decision, for blocking and asynchronous calls. So a policy neither blocks
 * nor starts threads. Implementations are thread-safe.
 *
 * <p>Policies form an ordered list. The first policy sees a call first and its outcome last. If a
 * policy repeats a call, the policies after it in the list apply again.
 */
public interface CallPolicy {
  /** Creates the view of a call, each time that the call reaches this policy. */
  Watch begin(ApiCall<?> call);

  /** A policy's view of one call. It is used by one thread at a time. */
  interface Watch {
    /**
     * Prepares the call.
     *
     * @return a value that the call has to wait for, or {@link Prerequisite#NONE}
     * @throws RuntimeException to reject the call
     */
    default Prerequisite<?> before() {
      return Prerequisite.NONE;
    }

    /** Decides whether to keep the outcome or to repeat the call. */
    default Verdict after(Outcome<?> outcome) {
      return Verdict.KEEP;
    }
  }
}
