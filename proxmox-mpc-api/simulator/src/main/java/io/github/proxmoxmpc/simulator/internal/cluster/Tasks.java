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
   * What to start.
   *
   * @param node where
   * @param type {@code qmstart}
   * @param id what it is about, {@code 100}
   * @param user who asks for it
   */
  public record Order(String node, String type, String id, String user) {}

  /**
   * Starts a task.
   *
   * @param work what it does; a {@link TaskFailure} ends it with that exit status
   * @return its UPID
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

  /** From now on tasks run until they are completed. */
  public void hold() {
    holding = true;
  }

  /** From now on tasks do their work at once again; those that were held do it now. */
  public void release() {
    holding = false;
    List.copyOf(held.keySet()).forEach(this::complete);
  }

  /** Lets a held task do its work. */
  public void complete(String upid) {
    Consumer<WorkerTask> work = held.remove(upid);
    WorkerTask task = tasks.get(upid);
    if (work == null || task == null) {
      throw new IllegalArgumentException("No task is held that is called " + upid);
    }
    run(task, work);
  }

  /** Ends a held task without its work. */
  public void fail(String upid, String cause) {
    WorkerTask task = tasks.get(upid);
    if (held.remove(upid) == null || task == null) {
      throw new IllegalArgumentException("No task is held that is called " + upid);
    }
    task.fail(clock.instant().getEpochSecond(), cause);
  }

  /** Interrupts a task, as DELETE does; one that has ended stays as it is. */
  public void interrupt(String upid) {
    if (held.containsKey(upid)) {
      fail(upid, "received interrupt");
    }
  }

  /** The task of that id. */
  public Optional<WorkerTask> find(String upid) {
    return Optional.ofNullable(tasks.get(upid));
  }

  /** All tasks, the newest first. */
  public List<WorkerTask> newestFirst() {
    List<WorkerTask> all = new ArrayList<>(tasks.values());
    Collections.reverse(all);
    return all;
  }
}
