package io.github.proxmoxmpc.api.internal.execution.policy;

import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import java.util.function.Function;

/** Rejects calls of a closed client. */
public final class OpenClientPolicy implements CallPolicy {
  private final CallRegistry registry;
  private final Function<ApiCall<?>, FailedCall> description;

  /**
   * Creates the policy of the client with this registry.
   *
   * @param description describes a call for a message
   */
  public OpenClientPolicy(CallRegistry registry, Function<ApiCall<?>, FailedCall> description) {
    this.registry = registry;
    this.description = description;
  }

  @Override
  public Watch begin(ApiCall<?> call) {
    return new Watch() {
      @Override
      public Prerequisite<?> before() {
        if (registry.isOver()) {
          throw ConnectionException.clientClosed(description.apply(call));
        }
        return Prerequisite.NONE;
      }
    };
  }
}
