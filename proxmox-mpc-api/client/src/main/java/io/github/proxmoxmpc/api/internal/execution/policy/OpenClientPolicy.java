package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.call.ApiCall;

/** Refuses calls of a client that is closed. */
public final class OpenClientPolicy implements CallPolicy {
  private final CallRegistry registry;

  /** Creates the policy of a client with this registry. */
  public OpenClientPolicy(CallRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Watch begin(ApiCall<?> call) {
    return new Watch() {
      @Override
      public Prerequisite<?> before() {
        if (registry.isOver()) {
          throw refusal(call);
        }
        return Prerequisite.NONE;
      }
    };
  }

  /** Describes a call that was not sent. */
  public static IllegalStateException refusal(ApiCall<?> call) {
    return new IllegalStateException(
        call.operation().title() + " was not sent: the ProxmoxClient is closed");
  }
}
