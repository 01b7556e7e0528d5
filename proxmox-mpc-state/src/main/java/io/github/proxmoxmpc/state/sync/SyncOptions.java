package io.github.proxmoxmpc.state.sync;

import java.util.Objects;

/**
 * The options of a sync.
 *
 * @param concurrency the number of concurrent calls, 1 to 256
 * @param agentProbe whether guest agents are asked
 */
public record SyncOptions(int concurrency, AgentProbe agentProbe) {
  private static final int DEFAULT_CONCURRENCY = 16;
  private static final int HIGHEST_CONCURRENCY = 256;
  private static final SyncOptions DEFAULTS = new SyncOptions(DEFAULT_CONCURRENCY, AgentProbe.SKIP);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the concurrency is out of range
   */
  public SyncOptions {
    if (concurrency < 1 || concurrency > HIGHEST_CONCURRENCY) {
      throw new IllegalArgumentException(
          "The concurrency of a sync must be 1 to " + HIGHEST_CONCURRENCY + ": " + concurrency);
    }
    Objects.requireNonNull(agentProbe, "agentProbe");
  }

  /** Returns the default options: 16 concurrent calls, and no calls to agents. */
  public static SyncOptions defaults() {
    return DEFAULTS;
  }

  /** Returns a copy with another concurrency. */
  public SyncOptions withConcurrency(int calls) {
    return new SyncOptions(calls, agentProbe);
  }

  /** Returns a copy with another agent probe. */
  public SyncOptions withAgentProbe(AgentProbe probe) {
    return new SyncOptions(concurrency, probe);
  }
}
