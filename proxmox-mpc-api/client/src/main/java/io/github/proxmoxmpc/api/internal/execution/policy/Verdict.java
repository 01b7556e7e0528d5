package io.github.proxmoxmpc.api.internal.execution.policy;

import java.time.Duration;

/** The decision of a policy after an outcome. */
public sealed interface Verdict {
  /** Keeps the outcome. */
  Verdict KEEP = new Keep();

  /** Keeps the outcome. */
  record Keep() implements Verdict {}

  /**
   * Sends the call again.
   *
   * @param pause the time to wait before sending
   */
  record Repeat(Duration pause) implements Verdict {}
}
