package io.github.proxmoxmpc.api.task;

import java.util.List;

/**
 * The outcome of a task that succeeded.
 *
 * @param exitStatus {@code OK}, or {@code WARNINGS: n}
 * @param warnings the warnings in its log, without the prefix {@code WARN:}; empty if there were
 *     none
 */
public record TaskOutcome(String exitStatus, List<String> warnings) {
  /** Copies the warnings. */
  public TaskOutcome {
    warnings = List.copyOf(warnings);
  }

  /** Returns whether the task ended with warnings. */
  public boolean hasWarnings() {
    return !exitStatus.equals("OK");
  }
}
