package io.github.proxmoxmpc.api.internal.execution.policy;

import java.time.Duration;

/** What becomes of a call after an outcome. */
public sealed interface Verdict {
  /** The outcome stands. */
  Verdict KEEP = new Keep();

  /** The outcome stands. */
  record Keep() implements Verdict {}

  /**
   * The call is sent again.
   *
   * @param pause the time to wait before
   */
  record Repeat(Duration pause) implements Verdict {}
}
