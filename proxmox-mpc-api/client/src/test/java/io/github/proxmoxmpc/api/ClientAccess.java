package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.task.Polling;
import java.time.Duration;

/** Gives the fixtures of all tests access to package-private parts of a client. */
public final class ClientAccess {
  private ClientAccess() {}

  /** Returns the caller of a client. */
  public static ApiCaller caller(ProxmoxClient client) {
    return client.caller();
  }

  /** Sets pauses that take no time. */
  public static ProxmoxClient.Builder withoutPauses(
      ProxmoxClient.Builder builder, Polling polling) {
    return builder.resilience(r -> r.firstPause(Duration.ofMillis(1))).polling(polling);
  }
}
