package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.task.LogPage;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.internal.task.TaskSource;
import io.github.proxmoxmpc.api.message.ListResult;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.enumeration.TaskState;
import io.github.proxmoxmpc.api.rest.nodes.tasks.TasksStatus;
import io.github.proxmoxmpc.api.rest.nodes.tasks.TasksUpidPath;
import io.github.proxmoxmpc.api.rest.result.LogLine;
import io.github.proxmoxmpc.api.task.TaskStatus;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.concurrent.CompletableFuture;

/** Reads the status and the log of tasks over the API. */
final class ApiTasks implements TaskSource {
  private final ProxmoxApi api;
  private final Polling polling;

  ApiTasks(ProxmoxApi api, Polling polling) {
    this.api = api;
    this.polling = polling;
  }

  @Override
  public TaskStatus status(Upid upid) {
    return status(path(upid).status().get());
  }

  @Override
  public CompletableFuture<TaskStatus> statusAsync(Upid upid) {
    return CancellableChain.map(path(upid).status().getAsync(), ApiTasks::status);
  }

  private static TaskStatus status(TasksStatus status) {
    return new TaskStatus(status.status() == TaskState.RUNNING, status.exitstatus());
  }

  @Override
  public LogPage log(Upid upid, long start, int limit) {
    return page(path(upid).log().get(page -> page.start(start).limit(limit)));
  }

  @Override
  public CompletableFuture<LogPage> logAsync(Upid upid, long start, int limit) {
    return CancellableChain.map(
        path(upid).log().getAsync(page -> page.start(start).limit(limit)), ApiTasks::page);
  }

  private static LogPage page(ListResult<LogLine> entries) {
    return new LogPage(entries.stream().map(LogLine::t).toList(), entries.total());
  }

  @Override
  public void stop(Upid upid) {
    path(upid).delete();
  }

  @Override
  public CompletableFuture<Void> stopAsync(Upid upid) {
    return path(upid).deleteAsync();
  }

  @Override
  public Polling polling() {
    return polling;
  }

  private TasksUpidPath path(Upid upid) {
    return api.nodes(upid.node()).tasks(upid.value());
  }
}
