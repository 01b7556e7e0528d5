package io.github.proxmoxmpc.api.internal.task;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a task's log.
 *
 * @param lines the lines
 * @param total the number of lines of the whole log; empty if the server does not send it
 */
public record LogPage(List<String> lines, OptionalLong total) {
  /** Copies the lines. */
  public LogPage {
    lines = List.copyOf(lines);
  }
}
