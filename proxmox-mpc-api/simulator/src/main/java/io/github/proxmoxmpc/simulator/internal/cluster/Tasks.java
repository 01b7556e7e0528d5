package io.github.proxmoxmpc.simulator.internal.cluster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All tasks of the cluster. A task does its work at once, unless tasks are held: then it runs until
 * it is completed or stopped from outside. Guarded by the cluster's lock.
 */
public final class Tasks {
  private static final long FIRST_PID = 0x1000;
  private static final long FIRST_TICK = 0x10000;

  private final Clock clock;
  private final Map<String, WorkerTask> tasks = new LinkedHashMap<>();
  private final Map<String, Consumer<WorkerTask>> held = new LinkedHashMap<>();
  private long started;
  private boolean holding;

  Tasks(Clock clock) {
    this.clock = clock;
  }

  /**
   * A request to start a task.
   *
   * @param node the node that runs the task
   * @param type the task type, {@code qmstart}
   * @param id the object of the task, {@code 100}
   * @param user the user that starts it
   */
  public record Order(String node, String type, String id, String user) {}

  /**
   * Starts a task.
   *
   * @param work the work to do; a {@link TaskFailure} ends the task with its message as exit status
   * @return the UPID
   */
  public String start(Order order, Consumer<WorkerTask> work) {
    started++;
    long now = clock.instant().getEpochSecond();
    long pid = FIRST_PID + started;
    long pstart = FIRST_TICK + started;
    String upid =
        String.format(
            Locale.ROOT,
            "UPID:%s:%08X:%08X:%08X:%s:%s:%s:",
            order.node(),
            pid,
            pstart,
            now,
            order.type(),
            order.id(),
            order.user());
    WorkerTask task =
        new WorkerTask(
            upid,
            new WorkerTask.Origin(
                order.node(), order.type(), order.id(), order.user(), pid, pstart, now));
    tasks.put(upid, task);
    if (holding) {
      held.put(upid, work);
    } else {
      run(task, work);
    }
    return upid;
  }

  private void run(WorkerTask task, Consumer<WorkerTask> work) {
    try {
      work.accept(task);
      task.succeed(clock.instant().getEpochSecond());
    } catch (TaskFailure failure) {
      task.fail(clock.instant().getEpochSecond(), String.valueOf(failure.getMessage()));
    }
  }

  /** Keeps new tasks running until they are completed. */
  public void hold() {
    holding = true;
  }

  /** Completes all held tasks and lets new tasks do their work at once again. */
  public void release() {
    holding = false;
    List.copyOf(held.keySet()).forEach(this::complete);
  }

  /** Does the work of a held task and ends it. */
  public void complete(String upid) {
    Consumer<WorkerTask> work = held.remove(upid);
    WorkerTask task = tasks.get(upid);
    if (work == null || task == null) {
      throw new IllegalArgumentException("The simulator holds no task " + upid);
    }
    run(task, work);
  }

  /** Ends a held task without its work. */
  public void fail(String upid, String cause) {
    WorkerTask task = tasks.get(upid);
    if (held.remove(upid) == null || task == null) {
      throw new IllegalArgumentException("The simulator holds no task " + upid);
    }
    task.fail(clock.instant().getEpochSecond(), cause);
  }

  /** Interrupts a task, as DELETE does. A task that has ended stays as it is. */
  public void interrupt(String upid) {
    if (held.containsKey(upid)) {
      fail(upid, "received interrupt");
    }
  }

  /** Returns the task with this UPID. */
  public Optional<WorkerTask> find(String upid) {
    return Optional.ofNullable(tasks.get(upid));
  }

  /** Returns all tasks, newest first. */
  public List<WorkerTask> newestFirst() {
    List<WorkerTask> all = new ArrayList<>(tasks.values());
    Collections.reverse(all);
    return all;
  }
}
