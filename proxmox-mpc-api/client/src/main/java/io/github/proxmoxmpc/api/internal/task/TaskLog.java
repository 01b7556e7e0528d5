package io.github.proxmoxmpc.api.internal.task;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads the log of one task, or only its end. */
record TaskLog(Upid upid, TaskSource source) {
  private static final int PAGE = 500;
  private static final int END = 20;

  List<String> whole() {
    List<String> lines = new ArrayList<>();
    List<String> page;
    do {
      page = source.log(upid, lines.size(), PAGE).lines();
      lines.addAll(page);
    } while (page.size() >= PAGE);
    return List.copyOf(lines);
  }

  CompletableFuture<List<String>> wholeAsync() {
    CancellableChain<List<String>> steps = new CancellableChain<>();
    readOn(steps, new ArrayList<>());
    return steps.future();
  }

  private void readOn(CancellableChain<List<String>> steps, List<String> lines) {
    steps.step(
        source.logAsync(upid, lines.size(), PAGE),
        page -> {
          lines.addAll(page.lines());
          if (page.lines().size() >= PAGE) {
            readOn(steps, lines);
          } else {
            steps.done(List.copyOf(lines));
          }
        });
  }

  /** Returns the last lines. */
  List<String> end() {
    LogPage first = source.log(upid, 0, END);
    if (isAll(first)) {
      return first.lines();
    }
    return last(
        first.total().isPresent() ? source.log(upid, beforeEnd(first), END).lines() : whole());
  }

  CompletableFuture<List<String>> endAsync() {
    return CancellableChain.then(
        source.logAsync(upid, 0, END),
        first -> {
          if (isAll(first)) {
            return CompletableFuture.completedFuture(first.lines());
          }
          return CancellableChain.map(
              first.total().isPresent()
                  ? CancellableChain.map(
                      source.logAsync(upid, beforeEnd(first), END), LogPage::lines)
                  : wholeAsync(),
              TaskLog::last);
        });
  }

  private static boolean isAll(LogPage first) {
    return first.lines().size() < END || first.total().orElse(Long.MAX_VALUE) <= END;
  }

  private static long beforeEnd(LogPage first) {
    return first.total().orElseThrow() - END;
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - END), lines.size());
  }
}
