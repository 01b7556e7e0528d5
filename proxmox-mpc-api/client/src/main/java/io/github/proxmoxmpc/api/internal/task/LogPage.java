package io.github.proxmoxmpc.api.internal.task;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a task's log.
 *
 * @param lines the lines in it
 * @param total how many lines the whole log has; empty where the server does not say
 */
public record LogPage(List<String> lines, OptionalLong total) {
  /** Copies the lines. */
  public LogPage {
    lines = List.copyOf(lines);
  }
}
