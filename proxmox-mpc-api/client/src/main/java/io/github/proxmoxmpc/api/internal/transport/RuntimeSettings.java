package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client at run time.
 *
 * @param base the address to which the paths of the operations are appended; ends with a slash
 * @param endpoint the server for messages, such as {@code https://pve1:8006}
 * @param credentials the identity of the client
 * @param trust which certificates to trust; null for those that {@code http} trusts
 * @param timeouts the time limits
 * @param retries how often a call is repeated at most
 * @param firstPause the pause before the first repetition; each later one is about twice as long
 * @param concurrentCalls how many asynchronous calls are under way at most; null for the limit of
 *     {@code http}, or the default
 * @param release the server's release; null to ask the server
 * @param http a client whose connections and threads are shared; null to create one
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
    @Nullable ServerVersion release,
    @Nullable OkHttpClient http) {

  /**
   * Time limits; null for the limit of the shared client, or the default.
   *
   * @param connect for opening a connection
   * @param read for the next byte of a response
   * @param call for a whole call
   */
  public record Timeouts(
      @Nullable Duration connect, @Nullable Duration read, @Nullable Duration call) {
    /** Returns the defaults. */
    public static Timeouts unset() {
      return new Timeouts(null, null, null);
    }
  }
}
