package io.github.proxmoxmpc.state.sync;

import java.util.Objects;

/**
 * How a sync goes about it.
 *
 * @param concurrency how many calls are under way at once, 1 to 256
 * @param agentProbe whether guest agents are asked
 */
public record SyncOptions(int concurrency, AgentProbe agentProbe) {
  private static final int DEFAULT_CONCURRENCY = 16;
  private static final int HIGHEST_CONCURRENCY = 256;
  private static final SyncOptions DEFAULTS = new SyncOptions(DEFAULT_CONCURRENCY, AgentProbe.SKIP);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the concurrency is outside of it
   */
  public SyncOptions {
    if (concurrency < 1 || concurrency > HIGHEST_CONCURRENCY) {
      throw new IllegalArgumentException(
          "The concurrency of a sync must be 1 to " + HIGHEST_CONCURRENCY + ": " + concurrency);
    }
    Objects.requireNonNull(agentProbe, "agentProbe");
  }

  /** 16 calls at once; agents are not asked. */
  public static SyncOptions defaults() {
    return DEFAULTS;
  }

  /** The same with another concurrency. */
  public SyncOptions withConcurrency(int calls) {
    return new SyncOptions(calls, agentProbe);
  }

  /** The same with another agent probe. */
  public SyncOptions withAgentProbe(AgentProbe probe) {
    return new SyncOptions(concurrency, probe);
  }
}
