package io.github.proxmoxmpc.api.internal.execution;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.internal.async.CallRegistry;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.call.ResultTypes;
import io.github.proxmoxmpc.api.internal.execution.policy.RetryPolicy;
import io.github.proxmoxmpc.api.internal.response.EnvelopeConverters;
import io.github.proxmoxmpc.api.internal.task.PolledTask;
import io.github.proxmoxmpc.api.internal.task.TaskSource;
import io.github.proxmoxmpc.api.internal.transport.HttpStack;
import io.github.proxmoxmpc.api.internal.transport.RequestWriter;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings;
import io.github.proxmoxmpc.api.internal.transport.UserAgent;
import io.github.proxmoxmpc.api.internal.transport.WireInterceptor;
import io.github.proxmoxmpc.api.internal.version.ServerVersionLookup;
import io.github.proxmoxmpc.api.internal.version.VersionGate;
import io.github.proxmoxmpc.api.internal.version.VersionSource;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Release;
import io.github.proxmoxmpc.api.value.Upid;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Sends the calls of the path tree, and sends again what may be sent again. Thread-safe. */
public final class ClientRuntime implements ApiCaller, AutoCloseable {
  private final RuntimeSettings settings;
  private final CallRegistry lifetime;
  private final OkHttpClient http;
  private final OkHttpClient unhurried;
  private final RetryPolicy repeating;
  private final TaskSource tasks;
  private final ServerVersionLookup question;
  private final VersionGate releases;
  private final ConcurrentMap<Class<?>, Object> services = new ConcurrentHashMap<>();

  /**
   * Makes a runtime; nothing is sent.
   *
   * @param parent the client that this one is a variant of: with it ends this one, and what its
   *     server said of itself need not be asked again; null for one that stands alone
   * @param tasks makes the source of the news of tasks
   * @param version asks the server for its version
   */
  public ClientRuntime(
      RuntimeSettings settings,
      @Nullable ClientRuntime parent,
      Function<ApiCaller, TaskSource> tasks,
      Function<ApiCaller, VersionSource> version) {
    this.settings = settings;
    this.lifetime = parent == null ? CallRegistry.independent() : parent.lifetime.within();
    this.http =
        HttpStack.make(settings, new WireInterceptor(settings.credentials(), UserAgent.text()));
    this.unhurried = http.newBuilder().callTimeout(Duration.ZERO).build();
    this.repeating = new RetryPolicy(settings.retries(), settings.firstPause(), lifetime);
    this.tasks = tasks.apply(this);
    VersionSource source = version.apply(this);
    this.question = parent == null ? ServerVersionLookup.first(source) : parent.question.of(source);
    this.releases = new VersionGate(question, settings.release());
  }

  /** The client that sends, so that a derived one can share its connections. */
  public OkHttpClient http() {
    return http;
  }

  /** Whether it lives no longer. */
  public CallRegistry lifetime() {
    return lifetime;
  }

  /** The release of the server. */
  public Release release() {
    return releases.release();
  }

  /** The release of the server, without a thread that waits. */
  public CompletableFuture<Release> releaseAsync() {
    return releases.releaseAsync();
  }

  /** A task that was begun earlier; nothing is asked yet. */
  public Task task(Upid upid) {
    return new PolledTask(upid, tasks);
  }

  @Override
  public <A> A service(Class<A> type, ResultTypes results) {
    return type.cast(services.computeIfAbsent(type, key -> create(type, results)));
  }

  private <A> A create(Class<A> type, ResultTypes results) {
    return new Retrofit.Builder()
        .baseUrl(settings.base())
        .callFactory(new RequestWriter(http, unhurried))
        .addConverterFactory(new EnvelopeConverters(results))
        .build()
        .create(type);
  }

  @Override
  public <T> T execute(Operation operation, Call<T> call) {
    Parameters parameters = Parameters.of(call.request());
    releases.check(operation, parameters);
    try {
      return repeating.run(operation, () -> attempt(operation, call).run());
    } catch (ApiException e) {
      releases.failed(operation, parameters, e);
      throw e;
    }
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(Operation operation, Call<T> call) {
    CancellableChain<T> steps = new CancellableChain<>();
    Parameters parameters = Parameters.of(call.request());
    steps
        .future()
        .whenComplete(
            (value, failure) -> {
              if (failure != null) {
                releases.failed(operation, parameters, failure);
              }
            });
    CompletableFuture<Operation> passing = releases.checkAsync(operation, parameters);
    if (passing == null) {
      begin(operation, call, steps);
    } else {
      steps.step(passing, passed -> begin(passed, call, steps));
    }
    return steps.future();
  }

  private <T> void begin(Operation operation, Call<T> call, CancellableChain<T> steps) {
    repeating.begin(operation, steps, () -> attempt(operation, call).begin());
  }

  // The first attempt sends the call itself: its request is made, to be checked.
  private <T> Attempt<T> attempt(Operation operation, Call<T> call) {
    Call<T> unsent = call.isExecuted() ? call.clone() : call;
    return new Attempt<>(
        operation, unsent, settings, lifetime, http.dispatcher().executorService());
  }

  @Override
  public FailedCall unfulfilled(String path) {
    return new FailedCall(
        "GET " + path, "GET", path, settings.endpoint(), settings.credentials().identity());
  }

  @Override
  public Task start(Operation operation, Call<Upid> call) {
    return task(execute(operation, call));
  }

  @Override
  public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
    return taskIfAny(execute(operation, call));
  }

  @Override
  public CompletableFuture<Task> startAsync(Operation operation, Call<Upid> call) {
    return CancellableChain.map(executeAsync(operation, call), this::task);
  }

  @Override
  public CompletableFuture<@Nullable Task> startIfNeededAsync(
      Operation operation, Call<Upid> call) {
    return CancellableChain.map(executeAsync(operation, call), this::taskIfAny);
  }

  private @Nullable Task taskIfAny(@Nullable Upid upid) {
    return upid == null ? null : task(upid);
  }

  /** Ends it. Connections and threads are let go of only if they are its own. Twice is fine. */
  @Override
  public void close() {
    lifetime.end();
    if (settings.http() == null) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
