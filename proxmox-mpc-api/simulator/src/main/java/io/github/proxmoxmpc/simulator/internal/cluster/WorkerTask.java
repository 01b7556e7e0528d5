package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task with its log and its outcome. Guarded by the cluster's lock. */
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
   * The facts that a UPID encodes.
   *
   * @param node the node that runs the task
   * @param type the task type, {@code qmstart}
   * @param id the object of the task, {@code 100}
   * @param user the user that started it
   * @param pid the process id
   * @param pstart the start of the process in clock ticks
   * @param startTime seconds since 1970
   */
  public record Origin(
      String node, String type, String id, String user, long pid, long pstart, long startTime) {}

  /** Returns the UPID. */
  public String upid() {
    return upid;
  }

  /** Returns the facts that the UPID encodes. */
  public Origin origin() {
    return origin;
  }

  /** Returns whether the task has not ended yet. */
  public boolean isRunning() {
    return exitStatus == null;
  }

  /**
   * Returns the exit status: {@code OK}, {@code WARNINGS: 2} or the text of an error; null while
   * the task runs.
   */
  public @Nullable String exitStatus() {
    return exitStatus;
  }

  /** Returns when the task ended, in seconds since 1970; null while it runs. */
  public @Nullable Long endTime() {
    return endTime;
  }

  /** Returns the lines of the log. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Adds a line to the log. */
  public void log(String line) {
    lines.add(line);
  }

  /** Adds a warning to the log. The task will end with {@code WARNINGS}. */
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
