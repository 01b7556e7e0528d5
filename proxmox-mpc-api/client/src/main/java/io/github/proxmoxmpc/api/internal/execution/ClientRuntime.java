package io.github.proxmoxmpc.api.internal.execution;

import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.execution.policy.CallLogPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.CallPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.OpenClientPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.Outcome;
import io.github.proxmoxmpc.api.internal.execution.policy.RetryPolicy;
import io.github.proxmoxmpc.api.internal.task.PolledTask;
import io.github.proxmoxmpc.api.internal.task.TaskSource;
import io.github.proxmoxmpc.api.internal.transport.CallFactory;
import io.github.proxmoxmpc.api.internal.transport.HttpStack;
import io.github.proxmoxmpc.api.internal.transport.OkHttpVersion;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings;
import io.github.proxmoxmpc.api.internal.transport.UserAgent;
import io.github.proxmoxmpc.api.internal.transport.WireInterceptor;
import io.github.proxmoxmpc.api.internal.version.ServerVersionLookup;
import io.github.proxmoxmpc.api.internal.version.VersionPolicy;
import io.github.proxmoxmpc.api.internal.version.VersionSource;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.ServerVersion;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Sends the calls of one client. Thread-safe. */
public final class ClientRuntime implements ApiCaller, AutoCloseable {
  private final RuntimeSettings settings;
  private final CallRegistry registry;
  private final OkHttpClient http;
  private final CallFactory calls;
  private final TaskSource tasks;
  private final ServerVersionLookup lookup;
  private final VersionPolicy version;
  private final CallPipeline pipeline;

  /**
   * Creates a runtime; sends nothing.
   *
   * @param parent the client of which this one is a variant: closing it closes this one, and both
   *     share the known release of the server. Null for an independent client
   * @param tasks creates the source of task status and logs
   * @param version creates the source of the server's version
   */
  public ClientRuntime(
      RuntimeSettings settings,
      @Nullable ClientRuntime parent,
      Function<ApiCaller, TaskSource> tasks,
      Function<ApiCaller, VersionSource> version) {
    this(settings, parent, tasks, version, List.of());
  }

  /** Creates a runtime with further policies, which apply before all others. */
  ClientRuntime(
      RuntimeSettings settings,
      @Nullable ClientRuntime parent,
      Function<ApiCaller, TaskSource> tasks,
      Function<ApiCaller, VersionSource> version,
      List<CallPolicy> outermost) {
    if (parent == null) {
      OkHttpVersion.require5();
    }
    this.settings = settings;
    this.registry = parent == null ? CallRegistry.independent() : parent.registry.within();
    this.http =
        HttpStack.make(settings, new WireInterceptor(settings.credentials(), UserAgent.text()));
    this.calls = new CallFactory(http, settings.base());
    this.tasks = tasks.apply(this);
    VersionSource source = version.apply(this);
    this.lookup = parent == null ? ServerVersionLookup.first(source) : parent.lookup.of(source);
    this.version = new VersionPolicy(lookup, settings.release());
    this.pipeline = new CallPipeline(policies(outermost), registry);
  }

  /** Returns the policies in the order in which they apply to a call. */
  private List<CallPolicy> policies(List<CallPolicy> outermost) {
    List<CallPolicy> policies = new ArrayList<>(outermost);
    policies.add(version);
    policies.add(new RetryPolicy(settings.retries(), settings.firstPause(), registry));
    policies.add(new OpenClientPolicy(registry, this::describe));
    policies.add(new CallLogPolicy(settings.endpoint()));
    return policies;
  }

  RuntimeSettings settings() {
    return settings;
  }

  CallFactory calls() {
    return calls;
  }

  /** Returns the HTTP client, so that a variant can share its connections. */
  public OkHttpClient http() {
    return http;
  }

  /** Returns the calls that are under way. */
  public CallRegistry registry() {
    return registry;
  }

  /** Returns the server's release, which is read if it is not known. */
  public ServerVersion release() {
    return version.release();
  }

  /** Returns the server's release, without blocking a thread. */
  public CompletableFuture<ServerVersion> releaseAsync() {
    return version.releaseAsync();
  }

  @Override
  public Task task(Upid upid) {
    return new PolledTask(upid, tasks);
  }

  @Override
  public <T extends @Nullable Object> T execute(ApiCall<T> call) {
    Outcome<T> outcome = pipeline.run(call, () -> new Exchange<>(call, this).run());
    if (outcome instanceof Outcome.Success<T> success) {
      return success.value();
    }
    throw thrown(((Outcome.Failure<T>) outcome).cause());
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> executeAsync(ApiCall<T> call) {
    CancellableChain<T> chain = new CancellableChain<>();
    chain.step(
        pipeline.begin(call, () -> new Exchange<>(call, this).begin()),
        outcome -> {
          if (outcome instanceof Outcome.Success<T> success) {
            chain.done(success.value());
          } else {
            chain.failed(((Outcome.Failure<T>) outcome).cause());
          }
        });
    return chain.future();
  }

  /** Describes a call for the message of an exception. */
  FailedCall describe(ApiCall<?> call) {
    return describe(call.operation().title(), call.operation().method(), call.path());
  }

  @Override
  public FailedCall unfulfilled(String path) {
    return describe("GET " + path, "GET", path);
  }

  private FailedCall describe(String operation, String method, String path) {
    return new FailedCall(
        operation, method, path, settings.endpoint(), settings.credentials().identity());
  }

  /** Ends all calls. Releases connections and threads unless they are the user's own. */
  @Override
  public void close() {
    registry.end();
    if (settings.http() == null) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
