package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task: what it is, its log, and how it ended. Guarded by the cluster's lock. */
public final class WorkerTask {
  private final String upid;
  private final Origin origin;
  private final List<String> lines = new ArrayList<>();
  private int warnings;
  private @Nullable Long endTime;
  private @Nullable String exitStatus;

  WorkerTask(String upid, Origin origin) {
    this.upid = upid;
    this.origin = origin;
  }

  /**
   * Where a task comes from.
   *
   * @param node where it runs
   * @param type {@code qmstart}
   * @param id what it is about, {@code 100}
   * @param user who asked for it
   * @param pid its process
   * @param pstart when that process began, in ticks
   * @param startTime seconds since 1970
   */
  public record Origin(
      String node, String type, String id, String user, long pid, long pstart, long startTime) {}

  /** Its id. */
  public String upid() {
    return upid;
  }

  /** Where it comes from. */
  public Origin origin() {
    return origin;
  }

  /** If it has not ended. */
  public boolean isRunning() {
    return exitStatus == null;
  }

  /** How it ended: {@code OK}, {@code WARNINGS: 2}, an error's text; null while it runs. */
  public @Nullable String exitStatus() {
    return exitStatus;
  }

  /** When it ended, seconds since 1970; null while it runs. */
  public @Nullable Long endTime() {
    return endTime;
  }

  /** The lines of its log. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Adds a line to its log. */
  public void log(String line) {
    lines.add(line);
  }

  /** Adds a warning to its log; the task will end with {@code WARNINGS}. */
  public void warn(String line) {
    lines.add("WARN: " + line);
    warnings++;
  }

  void succeed(long now) {
    if (warnings > 0) {
      lines.add("TASK WARNINGS: " + warnings);
      end(now, "WARNINGS: " + warnings);
    } else {
      lines.add("TASK OK");
      end(now, "OK");
    }
  }

  void fail(long now, String cause) {
    lines.add("TASK ERROR: " + cause);
    end(now, cause);
  }

  private void end(long now, String status) {
    endTime = now;
    exitStatus = status;
  }
}
