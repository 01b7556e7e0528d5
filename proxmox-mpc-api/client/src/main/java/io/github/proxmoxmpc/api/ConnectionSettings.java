package io.github.proxmoxmpc.api;

import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a client; see {@link ProxmoxClient.Builder#connection}. Each method returns
 * changed settings. Immutable.
 */
public final class ConnectionSettings {
  private final @Nullable OkHttpClient http;
  private final @Nullable Integer concurrentCalls;

  private ConnectionSettings(@Nullable OkHttpClient http, @Nullable Integer concurrentCalls) {
    this.http = http;
    this.concurrentCalls = concurrentCalls;
  }

  static ConnectionSettings defaults() {
    return new ConnectionSettings(null, null);
  }

  @Nullable OkHttpClient http() {
    return http;
  }

  @Nullable Integer concurrentCalls() {
    return concurrentCalls;
  }

  /**
   * Shares the connections, threads, proxy settings and interceptors of an OkHttpClient. Its time
   * limits and its trust apply unless they are set here. Its cookies, cache, redirects and
   * repetitions are switched off for the calls of this client. It is not closed with this client.
   */
  public ConnectionSettings httpClient(OkHttpClient client) {
    return new ConnectionSettings(Objects.requireNonNull(client, "client"), concurrentCalls);
  }

  /**
   * Sets how many asynchronous calls run at once; the default is 64. Further calls wait. Blocking
   * calls are not counted, because their threads bound them.
   *
   * <p>With {@link #httpClient}, the limits of its dispatcher apply unless this is set; the default
   * of OkHttp is 5 calls per host.
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public ConnectionSettings concurrentCalls(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("concurrentCalls must be at least 1: " + calls);
    }
    return new ConnectionSettings(http, calls);
  }
}
