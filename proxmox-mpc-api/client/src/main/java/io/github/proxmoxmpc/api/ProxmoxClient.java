package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Credentials;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.guest.Container;
import io.github.proxmoxmpc.api.guest.Guests;
import io.github.proxmoxmpc.api.guest.Vm;
import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.execution.ClientRuntime;
import io.github.proxmoxmpc.api.internal.task.Polling;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import io.github.proxmoxmpc.api.value.ServerVersion;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.VmId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A client for one Proxmox VE server and its cluster.
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
 * <h2>Sharing and closing</h2>
 *
 * Create one client and share it: it is thread-safe and keeps connections open for the next call.
 * {@link #newBuilder()} creates variants with another token or other time limits. They share its
 * connections, and closing it closes them. {@link #close()} releases connections and threads, but
 * never those of an {@link ConnectionSettings#httpClient OkHttpClient of yours}.
 *
 * <h2>Failures</h2>
 *
 * Every failure of a call is a {@link io.github.proxmoxmpc.api.error.ProxmoxException}; its
 * subtypes document who has to act. Mistakes of the calling program are {@link
 * IllegalArgumentException} (a bad argument, which the message names), {@link
 * IllegalStateException} (a builder without credentials) and {@link NullPointerException}.
 * Exceptions of a callback that the program passed in, such as a progress listener, reach the
 * caller unchanged or as the cause of a ProxmoxException. The client repeats calls after transient
 * failures; see {@link ResilienceSettings#retries}.
 */
public final class ProxmoxClient implements AutoCloseable {
  private final ClientSettings settings;
  private final ClientRuntime runtime;
  private final ProxmoxApi api;
  private final Guests guests;

  private ProxmoxClient(ClientSettings settings, @Nullable ClientRuntime parent) {
    this.settings = settings;
    this.runtime =
        new ClientRuntime(
            settings.runtime(),
            parent,
            caller -> new ApiTasks(new ProxmoxApi(caller), settings.polling),
            caller -> new ApiVersion(new ProxmoxApi(caller)));
    this.api = new ProxmoxApi(runtime);
    this.guests = new Guests(runtime, settings.polling.pause());
  }

  /**
   * Returns a builder of a client.
   *
   * @param url the address of the server, such as {@code https://pve1:8006}; {@code https} and the
   *     port 8006 are the defaults
   * @throws IllegalArgumentException if the address is malformed or not https
   */
  public static Builder builder(String url) {
    return new Builder(new ClientSettings(ServerAddress.parse(url)), null);
  }

  /**
   * Creates a client from environment variables: {@code PROXMOX_URL}, {@code PROXMOX_TOKEN} ({@code
   * user@realm!id=secret}), and at most one of {@code PROXMOX_FINGERPRINT}, {@code PROXMOX_CA} (a
   * file) and {@code PROXMOX_INSECURE=true}.
   *
   * @param environment the variables, such as {@link System#getenv()}
   * @throws IllegalArgumentException if one is missing or malformed; the message names the variable
   *     and never shows the token
   */
  public static ProxmoxClient fromEnvironment(Map<String, String> environment) {
    return new ClientEnvironment(environment).client();
  }

  /**
   * Returns the path tree, which has every operation at the place where the API viewer shows it.
   *
   * <pre>{@code
   * QemuConfig config = pve.api().nodes("pve1").qemu(100).config().get();
   * }</pre>
   */
  public ProxmoxApi api() {
    return api;
  }

  /** Returns a handle of a VM on any node; sends nothing. */
  public Vm vm(VmId vmid) {
    return guests.vm(vmid);
  }

  /**
   * Returns a handle of a VM on any node; sends nothing.
   *
   * @throws IllegalArgumentException if the number is not the id of a guest
   */
  public Vm vm(int vmid) {
    return vm(VmId.of(vmid));
  }

  /** Returns a handle of a container on any node; sends nothing. */
  public Container container(VmId vmid) {
    return guests.container(vmid);
  }

  /**
   * Returns a handle of a container on any node; sends nothing.
   *
   * @throws IllegalArgumentException if the number is not the id of a guest
   */
  public Container container(int vmid) {
    return container(VmId.of(vmid));
  }

  /** Returns the visible guests of the cluster, as a list or by id. */
  public Guests guests() {
    return guests;
  }

  ApiCaller caller() {
    return runtime;
  }

  /** Returns a handle of a task that was started earlier, also by other programs; sends nothing. */
  public Task task(Upid upid) {
    return runtime.task(upid);
  }

  /**
   * Returns the version of the server. It is read once ({@code GET /version}), when this method or
   * a call first needs it; see {@link Builder#serverVersion(ServerVersion)}.
   */
  public ServerVersion serverVersion() {
    return runtime.release();
  }

  /** Asynchronous variant of {@link #serverVersion()}. */
  public CompletableFuture<ServerVersion> serverVersionAsync() {
    return runtime.releaseAsync();
  }

  /** Returns the address of the server, such as {@code https://pve1:8006}. */
  public String endpoint() {
    return settings.address.endpoint();
  }

  /**
   * Returns a builder of a variant of this client, with the same settings and over the same
   * connections. Closing this client also closes the variant.
   */
  public Builder newBuilder() {
    return new Builder(settings.copyOver(runtime.http()), runtime);
  }

  /**
   * Closes the client. Calls that are running, and all later ones, fail with a {@link
   * io.github.proxmoxmpc.api.error.ConnectionException}. Closing twice has no effect.
   */
  @Override
  public void close() {
    runtime.close();
  }

  /** Returns the address of the server and the user or token; never a secret. */
  @Override
  public String toString() {
    return "ProxmoxClient[" + endpoint() + " as " + settings.requireCredentials().identity() + "]";
  }

  /** Collects the settings of a client. Not thread-safe. */
  public static final class Builder {
    private final ClientSettings settings;
    private final @Nullable ClientRuntime parent;

    private Builder(ClientSettings settings, @Nullable ClientRuntime parent) {
      this.settings = settings;
      this.parent = parent;
    }

    /**
     * Uses an API token.
     *
     * @param id the id of the token: {@code user@realm!tokenid}
     * @param secret the secret that Proxmox VE showed when the token was created
     * @throws IllegalArgumentException if the id or the secret is malformed
     */
    public Builder token(String id, Secret secret) {
      return credentials(ApiToken.of(id, secret));
    }

    /** Uses these credentials instead of any set before. */
    public Builder credentials(Credentials credentials) {
      settings.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Trusts the one certificate with this SHA-256 fingerprint ({@code AB:CD:...}, colons are
     * optional), regardless of its host name and its dates. Proxmox VE shows it under Node, System,
     * Certificates.
     *
     * @throws IllegalArgumentException if the text is not a SHA-256 fingerprint
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder fingerprint(String sha256) {
      return trust(new ServerTrust.PinnedCertificate(Fingerprint.of(sha256)));
    }

    /**
     * Trusts only the certificate authorities in this PEM file; Proxmox VE keeps its own in {@code
     * /etc/pve/pve-root-ca.pem}. {@link #build()} reads the file.
     *
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder certificateAuthorities(Path pem) {
      return trust(new ServerTrust.AuthorityFile(pem));
    }

    /**
     * Trusts any certificate: anyone on the network path can take the token and change every
     * response. Logs a warning. Prefer {@link #fingerprint(String)}.
     *
     * @throws IllegalStateException if another kind of trust was set
     */
    public Builder insecureTrustAnyCertificate() {
      return trust(new ServerTrust.InsecureAnyCertificate());
    }

    private Builder trust(ServerTrust wanted) {
      settings.trust(wanted);
      return this;
    }

    /** Changes the time limits: {@code timeouts(t -> t.connect(ofSeconds(5)))}. */
    public Builder timeouts(UnaryOperator<TimeoutSettings> changes) {
      settings.timeouts = changes.apply(settings.timeouts);
      return this;
    }

    /** Changes the handling of transient failures: {@code resilience(r -> r.retries(5))}. */
    public Builder resilience(UnaryOperator<ResilienceSettings> changes) {
      settings.resilience = changes.apply(settings.resilience);
      return this;
    }

    /** Changes the connections: {@code connection(c -> c.httpClient(shared))}. */
    public Builder connection(UnaryOperator<ConnectionSettings> changes) {
      settings.connection = changes.apply(settings.connection);
      return this;
    }

    /**
     * Sets the version of the server, so that the client never reads it. By default the client
     * reads the version when a call needs more than the oldest version, and again before it rejects
     * a call. So a server can be upgraded without creating a new client.
     */
    public Builder serverVersion(ServerVersion version) {
      settings.serverVersion = Objects.requireNonNull(version, "version");
      return this;
    }

    /** Sets how tasks are polled. For tests. */
    Builder polling(Polling how) {
      settings.polling = how;
      return this;
    }

    /**
     * Creates the client. Sends nothing, so a wrong token is only noticed by the first call.
     *
     * @throws IllegalStateException if there are no credentials
     * @throws IllegalArgumentException if the file of certificate authorities cannot be read
     */
    public ProxmoxClient build() {
      settings.requireCredentials();
      return new ProxmoxClient(settings.copy(), parent);
    }
  }
}
