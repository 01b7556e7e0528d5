package io.github.proxmoxmpc.api.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.FailedCall;
import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.error.WaitInterruptedException;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.task.TaskSource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Sends calls, reads answers, and tells failures apart. Thread-safe. */
public final class ClientRuntime implements ApiCaller, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  private final RuntimeSettings settings;
  private final Lifetime lifetime;
  private final OkHttpClient http;
  private final Repeating repeating;
  private final TaskSource tasks;
  private final ReleaseGate releases;
  private final ConcurrentMap<Class<?>, Object> services = new ConcurrentHashMap<>();

  /**
   * Makes a runtime; nothing is sent.
   *
   * @param tasks makes the source of the news of tasks
   * @param version asks the server for its version
   */
  public ClientRuntime(
      RuntimeSettings settings,
      Lifetime lifetime,
      Function<ApiCaller, TaskSource> tasks,
      Function<ApiCaller, String> version) {
    this.settings = settings;
    this.lifetime = lifetime;
    this.http =
        HttpStack.make(settings, new WireInterceptor(settings.credentials(), UserAgent.text()));
    this.repeating = new Repeating(settings.retries(), settings.firstPause());
    this.tasks = tasks.apply(this);
    this.releases = new ReleaseGate(() -> version.apply(this));
  }

  /** The client that sends, so that a derived one can share its connections. */
  public OkHttpClient http() {
    return http;
  }

  /** Whether it lives no longer. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /** Where the news of tasks come from. */
  public TaskSource tasks() {
    return tasks;
  }

  @Override
  public <A> A service(Class<A> type, JsonAdapter.Factory adapters) {
    return type.cast(services.computeIfAbsent(type, key -> create(type, adapters)));
  }

  private <A> A create(Class<A> type, JsonAdapter.Factory adapters) {
    Moshi moshi = new Moshi.Builder().add(adapters).add(new ResultAdapters()).build();
    return new Retrofit.Builder()
        .baseUrl(settings.base())
        .callFactory(new RequestWriter(http))
        .addConverterFactory(new EnvelopeConverters(moshi))
        .build()
        .create(type);
  }

  @Override
  public <T> T execute(Operation operation, Call<T> call) {
    Parameters parameters = call.request().tag(Parameters.class);
    releases.check(operation, parameters == null ? Parameters.none() : parameters);
    return repeating.run(operation, () -> attempt(operation, call.clone()));
  }

  @Override
  public Task start(Operation operation, Call<Upid> call) {
    Task task = startIfNeeded(operation, call);
    if (task == null) {
      throw new MalformedAnswerException(
          operation.title()
              + " on "
              + settings.endpoint()
              + ": the server answered without a UPID, so there is no task to follow",
          null);
    }
    return task;
  }

  @Override
  public @Nullable Task startIfNeeded(Operation operation, Call<Upid> call) {
    Upid upid = execute(operation, call);
    return upid == null ? null : Task.of(upid, tasks);
  }

  // T is what the caller of a generated method declares; where the server may answer null, it is
  // declared to be nullable there.
  @SuppressWarnings("NullAway")
  private <T> T attempt(Operation operation, Call<T> call) {
    requireOpen(operation);
    Request request = call.request();
    long begun = System.nanoTime();
    try {
      Response<T> response = send(call);
      if (!response.isSuccessful()) {
        ApiException failure =
            ErrorAnswers.exception(
                operation, failed(operation, request), response.raw(), response.errorBody());
        log(request, begun, Integer.toString(response.code()));
        throw failure;
      }
      log(request, begun, Integer.toString(response.code()));
      if (response.body() == null) {
        requireNoPage(operation, request, response.raw());
      }
      return response.body();
    } catch (IOException e) {
      log(request, begun, e.getClass().getSimpleName());
      Sending sending = Objects.requireNonNull(request.tag(Sending.class));
      throw ConnectionFailures.exception(
          failed(operation, request), sending.hasBegun(), lifetime.isOver() ? closed(e) : e);
    } catch (InterruptedException e) {
      log(request, begun, e.getClass().getSimpleName());
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(request.method() + " " + path(request.url()), e);
    } catch (JsonDataException | MalformedAnswerException e) {
      log(request, begun, e.getClass().getSimpleName());
      throw ConnectionFailures.malformed(failed(operation, request), e);
    }
  }

  // OkHttp 5.5 lets an InterruptedException out while it connects, which Java cannot see.
  private static <T> Response<T> send(Call<T> call) throws IOException, InterruptedException {
    return call.execute();
  }

  private static IOException closed(IOException failure) {
    return new IOException("the client was closed meanwhile", failure);
  }

  private void requireOpen(Operation operation) {
    if (lifetime.isOver()) {
      throw new IllegalStateException(
          operation.title() + " was not sent: the ProxmoxClient is closed");
    }
  }

  /** A result that is not read must not hide that something else answered. */
  private void requireNoPage(Operation operation, Request request, okhttp3.Response response) {
    String type = response.header("Content-Type");
    if (type != null && type.startsWith("text/html")) {
      throw new MalformedAnswerException(
          failed(operation, request).unable()
              + ": the answer is "
              + type
              + ", not JSON, so this is no Proxmox VE API. Check the address.",
          null);
    }
  }

  private FailedCall failed(Operation operation, Request request) {
    return new FailedCall(
        operation.title(),
        request.method(),
        path(request.url()),
        settings.endpoint(),
        settings.credentials().identity());
  }

  /** The path behind the base, decoded for people; no query, which may hold secrets. */
  private String path(HttpUrl url) {
    List<String> segments = url.pathSegments();
    // The base ends with a slash, which counts as one empty segment.
    int from = settings.base().pathSize() - 1;
    String path = "/" + String.join("/", segments.subList(from, segments.size()));
    return path.replaceAll("\\p{Cntrl}", "?");
  }

  private void log(Request request, long begun, String outcome) {
    if (log.isDebugEnabled()) {
      log.debug(
          "{} {} on {}: {} after {} ms",
          request.method(),
          path(request.url()),
          settings.endpoint(),
          outcome,
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
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
