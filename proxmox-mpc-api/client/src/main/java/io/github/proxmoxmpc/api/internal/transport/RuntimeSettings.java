package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import io.github.proxmoxmpc.api.value.Release;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime is made of.
 *
 * @param base the address that the paths of the operations are appended to, with a slash at its end
 * @param endpoint the server as a person writes it, such as {@code https://pve1:8006}
 * @param credentials who we are
 * @param trust which certificates to trust; null leaves that to {@code http}
 * @param timeouts how long to wait
 * @param retries how often a call is repeated at most
 * @param firstPause before the first repetition; each later one is about twice as long
 * @param concurrentCalls how many asynchronous calls are under way at most; null leaves that to
 *     {@code http}, or to the default
 * @param release what the server's release is; null asks the server
 * @param http a client whose connections and threads are shared; null makes an own one
 */
public record RuntimeSettings(
    HttpUrl base,
    String endpoint,
    Credentials credentials,
    @Nullable ServerTrust trust,
    Timeouts timeouts,
    int retries,
    Duration firstPause,
    @Nullable Integer concurrentCalls,
    @Nullable Release release,
    @Nullable OkHttpClient http) {

  /**
   * How long to wait; null leaves that to the shared client, or to the default.
   *
   * @param connect for a connection
   * @param read for the next byte of an answer
   * @param call for all of a call
   */
  public record Timeouts(
      @Nullable Duration connect, @Nullable Duration read, @Nullable Duration call) {
    /** The defaults. */
    public static Timeouts unset() {
      return new Timeouts(null, null, null);
    }
  }
}
