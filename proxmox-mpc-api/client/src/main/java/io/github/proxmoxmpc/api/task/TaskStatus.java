package io.github.proxmoxmpc.api.task;

import org.jspecify.annotations.Nullable;

/**
 * How a task stands.
 *
 * @param running whether it still runs
 * @param exitStatus the server's words on how it ended; null while it runs, and where the server
 *     does not know
 */
public record TaskStatus(boolean running, @Nullable String exitStatus) {
  // PVE::UPID::status_is_error (9.2): OK and "WARNINGS: n" are successes, all else is an error.
  private static final String WARNINGS = "WARNINGS: ";

  /** Whether it ended well; warnings count as well. */
  public boolean succeeded() {
    return !running && exitStatus != null && (exitStatus.equals("OK") || warned());
  }

  /** Whether it ended well, but left warnings in its log. */
  public boolean warned() {
    return exitStatus != null && exitStatus.startsWith(WARNINGS);
  }
}
