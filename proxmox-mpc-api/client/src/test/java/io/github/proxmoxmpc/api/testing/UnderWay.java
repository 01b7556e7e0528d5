package io.github.proxmoxmpc.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ClientAccess;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.execution.ClientRuntime;
import java.util.concurrent.TimeUnit;

/** The running calls of a client. */
public final class UnderWay {
  private UnderWay() {}

  /** Waits for it: another thread may be about to let go of the last call. */
  public static void assertNothingIs(ProxmoxClient client) {
    CallRegistry registry = ((ClientRuntime) ClientAccess.caller(client)).registry();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (registry.underWay() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(registry.underWay()).isZero();
  }
}
