package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.guest.Container;
import io.github.proxmoxmpc.api.guest.Guest;
import io.github.proxmoxmpc.api.guest.Guests;
import io.github.proxmoxmpc.api.guest.Vm;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.execution.ClientRuntime;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings;
import io.github.proxmoxmpc.api.internal.transport.RuntimeSettings.Timeouts;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import io.github.proxmoxmpc.api.value.Release;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.VmId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client of one Proxmox VE server, and through it of the whole cluster.
 *
 * <pre>{@code
 * try (var pve = ProxmoxClient.builder("https://pve1:8006")
 *     .token("ci@pve!build", Secret.of(secret))
 *     .fingerprint("AB:CD:...")
 *     .build()) {
 *   pve.vm(100).start().await();
 * }
 * }</pre>
 *
 * <h2>Share it, close it</h2>
 *
 * Make one client and share it: it is thread-safe, and it keeps connections open for the next call.
 * {@link #newBuilder()} makes variants of it (another token, other time-outs) that share its
 * connections and end with it. {@link #close()} lets go of connections and threads, but only of its
 * own: an {@link Builder#httpClient(OkHttpClient) OkHttpClient that was given} stays as it was.
 *
 * <h2>What is repeated</h2>
 *
 * Reads, when the connection broke or a proxy says that the server is away for the moment; a write
 * only when it surely did not reach the server. See {@link Builder#retries(int)}.
 *
 * <h2>When it fails</h2>
 *
 * Every failure is a {@link io.github.proxmoxmpc.api.error.ProxmoxException}; its subtypes say who
 * must act. {@link IllegalArgumentException} and {@link IllegalStateException} are mistakes in the
 * calling program.
 */
public final class ProxmoxClient implements AutoCloseable {
  private final Builder settings;
  private final ServerAddress address;
  private final ClientRuntime runtime;
  private final ProxmoxApi api;
  private final Guests guests;

  private ProxmoxClient(Builder settings) {
    this.settings = settings;
    this.address = settings.address;
    this.runtime =
        new ClientRuntime(
            settings.runtimeSettings(),
            settings.parent,
            caller -> new ApiTasks(new ProxmoxApi(caller), settings.polling),
            caller -> new ApiVersion(new ProxmoxApi(caller)));
    this.api = new ProxmoxApi(runtime);
    this.guests = new Guests(runtime, settings.polling.pause());
  }

  /**
   * Begins a client.
   *
   * @param url the server, such as {@code https://pve1:8006}; {@code https} and the port 8006 may
   *     be left out
   * @throws IllegalArgumentException if that is no address, or not an https one
   */
  public static Builder builder(String url) {
    return new Builder(ServerAddress.parse(url));
  }

  /**
   * Makes a client after environment variables: {@code PROXMOX_URL}, {@code PROXMOX_TOKEN} ({@code
   * user@realm!id=secret}), and at most one of {@code PROXMOX_FINGERPRINT}, {@code PROXMOX_CA} (a
   * file) and {@code PROXMOX_INSECURE=true}.
   *
   * @param environment such as {@link System#getenv()}
   * @throws IllegalArgumentException if one is missing or wrong; the message names the variable and
   *     never the token
   */
  public static ProxmoxClient fromEnvironment(Map<String, String> environment) {
    return new ClientEnvironment(environment).client();
  }

  /**
   * The path tree: it mirrors the official API viewer, so whoever knows the REST API knows the way.
   *
   * <pre>{@code
   * QemuConfig config = pve.api().nodes("pve1").qemu(100).config().get();
   * }</pre>
   */
  public ProxmoxApi api() {
    return api;
  }

  /** A VM, wherever in the cluster it is; nothing is asked yet. */
  public Vm vm(VmId vmid) {
    return guests.vm(vmid);
  }

  /**
   * A VM, wherever in the cluster it is; nothing is asked yet.
   *
   * @throws IllegalArgumentException if that is no guest id
   */
  public Vm vm(int vmid) {
    return vm(VmId.of(vmid));
  }

  /** A container, wherever in the cluster it is; nothing is asked yet. */
  public Container container(VmId vmid) {
    return guests.container(vmid);
  }

  /**
   * A container, wherever in the cluster it is; nothing is asked yet.
   *
   * @throws IllegalArgumentException if that is no guest id
   */
  public Container container(int vmid) {
    return container(VmId.of(vmid));
  }

  /** All guests that we may see, from one list; and each by its id, of whichever kind. */
  public Guests guests() {
    return guests;
  }

  /**
   * The guest of that id, of whichever kind; which it is costs a call: {@code GET
   * /cluster/resources?type=vm}.
   *
   * @return a {@link Vm} or a {@link Container}
   * @throws io.github.proxmoxmpc.api.error.GuestNotFoundException if there is none, or none that we
   *     may see
   */
  public Guest guest(VmId vmid) {
    return guests.get(vmid);
  }

  /** The guest of that id, as {@link #guest} finds it, without a thread that waits. */
  public CompletableFuture<Guest> guestAsync(VmId vmid) {
    return guests.getAsync(vmid);
  }

  ApiCaller caller() {
    return runtime;
  }

  /** A task that was begun earlier, perhaps by somebody else; nothing is asked yet. */
  public Task task(Upid upid) {
    return runtime.task(upid);
  }

  /**
   * The release of the server. It is asked once ({@code GET /version}), when this or a call first
   * needs to know; see {@link Builder#release(Release)}.
   */
  public Release release() {
    return runtime.release();
  }

  /** The release of the server, as {@link #release()} says, without a thread that waits. */
  public CompletableFuture<Release> releaseAsync() {
    return runtime.releaseAsync();
  }

  /** The server, such as {@code https://pve1:8006}. */
  public String endpoint() {
    return address.endpoint();
  }

  /**
   * Begins a variant of this client: the same settings, to be changed, over the same connections.
   * It ends with this client.
   */
  public Builder newBuilder() {
    return new Builder(this);
  }

  /**
   * Closes the client: calls under way fail with a {@link
   * io.github.proxmoxmpc.api.error.ConnectionException}, and those that were not sent, now or
   * later, with an {@link IllegalStateException}. Closing twice is fine.
   */
  @Override
  public void close() {
    runtime.close();
  }

  /** The server and who we are there; never a secret. */
  @Override
  public String toString() {
    return "ProxmoxClient[" + endpoint() + " as " + settings.identity() + "]";
  }

  /** Collects the settings of a client. Not thread-safe. */
  public static final class Builder {
    private static final int RETRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final ServerAddress address;
    private final @Nullable ClientRuntime parent;
    private @Nullable Credentials credentials;
    private @Nullable ServerTrust trust;
    private @Nullable OkHttpClient http;
    private Timeouts timeouts = Timeouts.unset();
    private int retries = RETRIES;
    private Duration firstPause = FIRST_PAUSE;
    private @Nullable Integer concurrentCalls;
    private @Nullable Release release;
    private Polling polling = Polling.standard();

    private Builder(ServerAddress address) {
      this.address = address;
      this.parent = null;
    }

    private Builder(ProxmoxClient client) {
      this.address = client.address;
      this.parent = client.runtime;
      this.credentials = client.settings.credentials;
      // What the parent trusts and how long it waits is in its OkHttpClient.
      this.http = client.runtime.http();
      this.retries = client.settings.retries;
      this.firstPause = client.settings.firstPause;
      this.release = client.settings.release;
      this.polling = client.settings.polling;
    }

    private Builder(Builder other) {
      this.address = other.address;
      this.parent = other.parent;
      this.credentials = other.credentials;
      this.trust = other.trust;
      this.http = other.http;
      this.timeouts = other.timeouts;
      this.retries = other.retries;
      this.firstPause = other.firstPause;
      this.concurrentCalls = other.concurrentCalls;
      this.release = other.release;
      this.polling = other.polling;
    }

    /**
     * Uses an API token.
     *
     * @param id who it is: {@code user@realm!tokenid}
     * @param secret what proves it
     * @throws IllegalArgumentException if they have another form
     */
    public Builder token(String id, Secret secret) {
      return credentials(ApiToken.of(id, secret));
    }

    /** Uses these credentials, in place of any that were set before. */
    public Builder credentials(Credentials credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Trusts the one certificate with this SHA-256 fingerprint ({@code AB:CD:...}, colons may be
     * left out), whatever host name and dates it bears. Proxmox VE shows it under Node, System,
     * Certificates.
     *
     * @throws IllegalArgumentException if that is no SHA-256 fingerprint
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder fingerprint(String sha256) {
      return trust(new ServerTrust.PinnedCertificate(Fingerprint.of(sha256)));
    }

    /**
     * Trusts the certificate authorities in this PEM file, and no others; Proxmox VE keeps its own
     * in {@code /etc/pve/pve-root-ca.pem}. The file is read by {@link #build()}.
     *
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder certificateAuthorities(Path pem) {
      return trust(new ServerTrust.AuthorityFile(pem));
    }

    /**
     * Trusts any certificate: anyone on the way can take the token and change every answer. Logged
     * as a warning. Prefer {@link #fingerprint(String)}.
     *
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder insecureTrustAnyCertificate() {
      return trust(new ServerTrust.InsecureAnyCertificate());
    }

    private Builder trust(ServerTrust wanted) {
      if (trust != null && !trust.equals(wanted)) {
        throw new IllegalStateException(
            "Only one of fingerprint, certificateAuthorities and insecureTrustAnyCertificate can"
                + " be set, and only once");
      }
      trust = wanted;
      return this;
    }

    /** How long to wait for a connection; 10 s if not set. */
    public Builder connectTimeout(Duration timeout) {
      timeouts = new Timeouts(positive(timeout), timeouts.read(), timeouts.call());
      return this;
    }

    /**
     * How long to wait for the next byte of an answer, and until the server takes the next one of a
     * request; 60 s if not set.
     */
    public Builder readTimeout(Duration timeout) {
      timeouts = new Timeouts(timeouts.connect(), positive(timeout), timeouts.call());
      return this;
    }

    /**
     * How long one call may take, from connecting to the last byte; 3 min if not set. Files that
     * are sent, and answers in bytes, may take as long as their bytes do.
     */
    public Builder callTimeout(Duration timeout) {
      timeouts = new Timeouts(timeouts.connect(), timeouts.read(), positive(timeout));
      return this;
    }

    private static Duration positive(Duration timeout) {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("A time-out must be positive: " + timeout);
      }
      return timeout;
    }

    /**
     * How often a call is repeated at most; 3 if not set, 0 for never. The pauses grow from 0.2 s,
     * with jitter.
     *
     * <p>A read (GET) is repeated when the connection could not be made or broke, and after status
     * 502, 503, 595, 597 and 599; not after a time-out. A write is repeated only when no connection
     * could be made, so that it was surely not received.
     *
     * @throws IllegalArgumentException if the number is negative or above 10
     */
    public Builder retries(int times) {
      if (times < 0 || times > 10) {
        throw new IllegalArgumentException("Retries must be 0 to 10: " + times);
      }
      retries = times;
      return this;
    }

    /**
     * Shares the connections, threads, proxy settings and interceptors of this client. Its
     * time-outs and its trust hold where none are set here; its cookies, cache, redirects and
     * repetitions are switched off for our calls. It is never closed by us.
     */
    public Builder httpClient(OkHttpClient client) {
      http = Objects.requireNonNull(client, "client");
      return this;
    }

    /**
     * How many asynchronous calls are under way at most; 64 if not set. More wait until one of them
     * ends. Blocking calls are not counted: they are bounded by their threads.
     *
     * <p>With {@link #httpClient} the limits of its dispatcher hold unless this is set; OkHttp's
     * own is 5 calls a host.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public Builder concurrentCalls(int calls) {
      if (calls < 1) {
        throw new IllegalArgumentException("Concurrent calls must be at least 1: " + calls);
      }
      concurrentCalls = calls;
      return this;
    }

    /**
     * Says what release the server has, so that it is never asked. Without it, the server is asked
     * when a call needs more than the oldest release, and asked again before a call is refused: so
     * a client need not be made anew when its server is upgraded.
     */
    public Builder release(Release server) {
      release = Objects.requireNonNull(server, "server");
      return this;
    }

    /** How tasks are waited for. For tests. */
    Builder polling(Polling how) {
      polling = how;
      return this;
    }

    /** The pause before the first repetition. For tests. */
    Builder firstPause(Duration pause) {
      firstPause = pause;
      return this;
    }

    /**
     * Makes the client. Nothing is sent: a wrong token shows with the first call.
     *
     * @throws IllegalStateException if there are no credentials
     * @throws IllegalArgumentException if the file of certificate authorities cannot be read
     */
    public ProxmoxClient build() {
      if (credentials == null) {
        throw new IllegalStateException(
            "No credentials for " + address.endpoint() + ": call token(id, secret)");
      }
      return new ProxmoxClient(new Builder(this));
    }

    private RuntimeSettings runtimeSettings() {
      return new RuntimeSettings(
          address.base(),
          address.endpoint(),
          Objects.requireNonNull(credentials),
          trust,
          timeouts,
          retries,
          firstPause,
          concurrentCalls,
          release,
          http);
    }

    private String identity() {
      return credentials == null ? "nobody" : credentials.identity();
    }
  }
}
