package io.github.proxmoxmpc.api.task;

import org.jspecify.annotations.Nullable;

/**
 * The status of a task.
 *
 * @param running whether the task is still running
 * @param exitStatus the exit status, such as {@code OK}; null while the task is running, and if the
 *     server does not know it
 */
public record TaskStatus(boolean running, @Nullable String exitStatus) {
  // PVE::UPID::status_is_error (9.2): OK and "WARNINGS: n" are successes, all else is an error.
  private static final String WARNINGS = "WARNINGS: ";

  /** Returns whether the task succeeded, with or without warnings. */
  public boolean succeeded() {
    return !running && exitStatus != null && (exitStatus.equals("OK") || warned());
  }

  /** Returns whether the task succeeded with warnings, which are in its log. */
  public boolean warned() {
    return exitStatus != null && exitStatus.startsWith(WARNINGS);
  }
}
