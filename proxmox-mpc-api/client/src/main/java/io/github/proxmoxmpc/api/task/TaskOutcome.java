package io.github.proxmoxmpc.api.task;

import java.util.List;

/**
 * How a task ended well.
 *
 * @param exitStatus {@code OK}, or {@code WARNINGS: n}
 * @param warnings the warnings in its log, without their {@code WARN:} mark; empty if there were
 *     none
 */
public record TaskOutcome(String exitStatus, List<String> warnings) {
  /** Copies the warnings. */
  public TaskOutcome {
    warnings = List.copyOf(warnings);
  }

  /** Whether the server counted warnings. */
  public boolean hasWarnings() {
    return !exitStatus.equals("OK");
  }
}
