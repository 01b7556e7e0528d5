package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.tls.ServerTrust;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Creates the OkHttp client of a runtime: its own, or a variant of a user's client. */
public final class HttpStack {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  // pveproxy waits up to 30 s for another node before it sends 596, and storage scans take longer.
  private static final Duration READ = Duration.ofSeconds(60);
  private static final Duration CALL = Duration.ofMinutes(3);

  // pveproxy closes a connection that was idle for 5 s (PVE::APIServer::AnyEvent, "timeout").
  // Closing it earlier keeps writes from meeting a connection that just died.
  private static final long IDLE_SECONDS = 4;

  // OkHttp's own limit is 5 asynchronous calls per host. Blocking calls are not counted.
  private static final int CONCURRENT_CALLS = 64;

  private HttpStack() {}

  /** Creates a client; opens no connection. */
  public static OkHttpClient make(RuntimeSettings settings, WireInterceptor wire) {
    OkHttpClient shared = settings.http();
    Integer calls = settings.concurrentCalls();
    int concurrent = calls == null ? CONCURRENT_CALLS : calls;
    OkHttpClient.Builder http = shared == null ? own(concurrent) : shared.newBuilder();
    if (shared == null || shared.socketFactory() == SocketFactory.getDefault()) {
      http.socketFactory(new PromptSockets());
    }
    ServerTrust trust = settings.trust();
    if (trust != null) {
      TlsSetup.apply(trust, settings.endpoint(), http, shared != null);
    } else if (shared == null) {
      TlsSetup.apply(new ServerTrust.PlatformAuthorities(), settings.endpoint(), http, false);
    }
    apply(settings.timeouts(), http);
    if (calls != null || shared == null) {
      ExecutorService threads =
          (shared == null ? new Dispatcher() : shared.dispatcher()).executorService();
      http.dispatcher(dispatcher(threads, concurrent));
    }
    http.networkInterceptors().removeIf(WireInterceptor.class::isInstance);
    http.interceptors().removeIf(BodyTypeInterceptor.class::isInstance);
    http.interceptors().add(0, new BodyTypeInterceptor());
    return http.addNetworkInterceptor(wire)
        // OkHttp would repeat a POST when a pooled connection dies; RetryPolicy decides instead.
        .retryOnConnectionFailure(false)
        // This still tries the other addresses of a host before anything is sent.
        .fastFallback(true)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        // pveproxy does not support newer protocols.
        .protocols(List.of(Protocol.HTTP_1_1))
        .build();
  }

  private static OkHttpClient.Builder own(int concurrentCalls) {
    // One idle connection for each concurrent call: with fewer, every burst connects anew.
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(concurrentCalls, IDLE_SECONDS, TimeUnit.SECONDS))
        .connectTimeout(CONNECT)
        .readTimeout(READ)
        .writeTimeout(READ)
        .callTimeout(CALL);
  }

  private static Dispatcher dispatcher(ExecutorService threads, int calls) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(calls);
    dispatcher.setMaxRequestsPerHost(calls);
    return dispatcher;
  }

  private static void apply(RuntimeSettings.Timeouts timeouts, OkHttpClient.Builder http) {
    if (timeouts.connect() != null) {
      http.connectTimeout(timeouts.connect());
    }
    if (timeouts.read() != null) {
      http.readTimeout(timeouts.read());
      http.writeTimeout(timeouts.read());
    }
    if (timeouts.call() != null) {
      http.callTimeout(timeouts.call());
    }
  }
}
